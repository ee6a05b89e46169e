using ActorKube.Actors.Shared;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Garbage;

/// <summary>How the owners of an object stand to it.</summary>
/// <param name="IsHeld">At least one is there and wants it, or is of a kind that nobody can look up.</param>
/// <param name="Dangling">Uids of those that aren't there, or aren't themselves any more.</param>
/// <param name="Waiting">Uids of those that wait for their dependents to go.</param>
/// <param name="Unresolvable">Namespaced owners of an object that has no namespace: which namespace is meant can't be told, so it stays.</param>
internal sealed record OwnerStates(bool IsHeld, List<string> Dangling, List<string> Waiting, List<ObjectOwner> Unresolvable)
{
    public static OwnerStates Of(ViewSnapshot view, KindNames names, StoredObject stored, bool namespaced)
    {
        var states = new OwnerStates(false, [], [], []);
        foreach (var owner in stored.Header.Owners)
        {
            if (names.Find(owner) is not { } kind)
            {
                states = states with { IsHeld = true };
            }
            else if (kind.Namespaced && !namespaced)
            {
                states.Unresolvable.Add(owner);
            }
            else if (view.Get(names.KeyOf(owner, stored.Key.Namespace)!.Value) is not { } found || found.Header.Uid != owner.Uid)
            {
                states.Dangling.Add(owner.Uid);
            }
            else if (found.Header is { IsDeleting: true, HasFinalizers: true } && found.Read(kind).Metadata.Finalizers!.Contains(Deletion.ForegroundFinalizer))
            {
                states.Waiting.Add(owner.Uid);
            }
            else
            {
                states = states with { IsHeld = true };
            }
        }

        return states;
    }
}
