using ActorKube.Api.Core;

namespace ActorKube.Engine.Events;

/// <summary>What makes two events the same.</summary>
internal sealed record EventIdentity(EventSource Source, ObjectReference Involved, string Type, string Reason, string Message);

/// <summary>An event that is still to be written.</summary>
/// <param name="Last">When it happened, the last time.</param>
internal sealed record PendingEvent(EventIdentity Identity, DateTimeOffset Last, int Count);
