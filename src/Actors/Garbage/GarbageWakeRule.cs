using ActorKube.Actors.Shared;
using ActorKube.Engine.Actors.Waking;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Watching;

namespace ActorKube.Actors.Garbage;

/// <summary>
/// The end of an owner, or its beginning to wait for its dependents, concerns them; a change of a dependent concerns the owner that waits for it. Its cost for
/// everything else is a look at the header.
/// </summary>
internal sealed class GarbageWakeRule(KindNames names) : IWakeRule
{
    public string? Resource => null;

    public void Wake(ObjectEvent change, ViewSnapshot snapshot, ICollection<ObjectKey> wake)
    {
        var header = change.Object.Header;
        if (change.Type == ObjectEventType.Deleted || (header is { IsDeleting: true, HasFinalizers: true } && change.Previous?.Header.IsDeleting != true))
        {
            // Whatever their namespace: those that name it without right are to learn that it isn't theirs.
            foreach (var dependent in snapshot.OwnedBy(header.Uid))
            {
                wake.Add(dependent.Key);
            }
        }

        WakeWaiting(change.Object, snapshot, wake);
        if (change.Previous is { } previous && !previous.Header.Owners.SequenceEqual(header.Owners))
        {
            WakeWaiting(previous, snapshot, wake);
        }
    }

    private void WakeWaiting(StoredObject item, ViewSnapshot snapshot, ICollection<ObjectKey> wake)
    {
        foreach (var owner in item.Header.Owners)
        {
            if (names.KeyOf(owner, item.Key.Namespace) is { } key && snapshot.Get(key)?.Header is { IsDeleting: true, HasFinalizers: true })
            {
                wake.Add(key);
            }
        }
    }
}
