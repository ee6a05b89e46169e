using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Watching;

namespace ActorKube.Engine.Actors.Waking;

/// <summary>
/// Says whom a change concerns besides the changed object itself, which is always woken: its owner, those that select it... Pure and quick, since it
/// runs on the thread that applies changes.
/// </summary>
public interface IWakeRule
{
    /// <summary>The resource whose changes it looks at; null for all.</summary>
    string? Resource { get; }

    /// <summary>Adds the objects to wake. Which were concerned before the change (<see cref="ObjectEvent.Previous"/>) matters as well.</summary>
    void Wake(ObjectEvent change, ViewSnapshot snapshot, ICollection<ObjectKey> wake);
}
