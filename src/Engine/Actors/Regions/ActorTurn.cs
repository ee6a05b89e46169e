using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Engine.Actors.Regions;

/// <summary>What a command works with: the object's address and the store. Good for one turn.</summary>
public readonly record struct ActorTurn(ObjectKey Key, ObjectStore Store)
{
    /// <summary>The newest state of this host's view, which includes everything that earlier turns here have written.</summary>
    public ViewSnapshot Snapshot() => Store.View.Snapshot();
}
