using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;

namespace ActorKube.Engine.Commands;

/// <summary>Keeps metadata.managedFields up to date with writes that are not server-side apply.</summary>
public interface IFieldTracker
{
    /// <param name="live">The object as it is; null for a creation.</param>
    IApiObject Track(Kind kind, IApiObject? live, IApiObject next, string manager, string subresource, DateTimeOffset now);
}
