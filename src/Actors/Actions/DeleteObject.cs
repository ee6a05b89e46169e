using ActorKube.Api.Meta;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.Actions;

/// <summary>Deletes the object of that identity; one that is gone, or another one under its name, counts as done.</summary>
public sealed record DeleteObject(ObjectKey Key, string Uid) : ReconcileAction
{
    /// <summary>Grace, propagation and the like; the identity is added.</summary>
    public DeleteOptions Options { get; init; } = new();

    /// <summary>The event that tells of the deletion if it took place.</summary>
    public EmitEvent? Announce { get; init; }
}
