using ActorKube.Api.Core;

namespace ActorKube.Engine.Events;

/// <summary>Something that happened to an object.</summary>
internal sealed record Occurrence(ObjectReference Regarding, string Type, string Reason, string Message, string Component, string? Host, DateTimeOffset Time)
{
    public EventOrigin Origin => new(Regarding.Kind ?? "", Regarding.Namespace ?? "", Regarding.Name ?? "", Regarding.Uid ?? "", Component, Host ?? "");
}

/// <summary>Who says something, and of which object.</summary>
internal readonly record struct EventOrigin(string Kind, string Namespace, string Name, string Uid, string Component, string Host);
