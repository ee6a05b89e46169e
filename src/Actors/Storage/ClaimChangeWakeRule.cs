using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Engine.Actors.Waking;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Watching;

namespace ActorKube.Actors.Storage;

/// <summary>A claim that changes is the concern of the volumes that are, or were, its own, and of the pods that wait for it; one that waits no longer, of the next that waits.</summary>
internal sealed class ClaimChangeWakeRule : IWakeRule
{
    public string? Resource => Resources.PersistentVolumeClaims;

    public void Wake(ObjectEvent change, ViewSnapshot snapshot, ICollection<ObjectKey> wake)
    {
        var key = change.Object.Key;
        foreach (var volume in VolumeIndexes.VolumesFor(snapshot, key.Namespace, key.Name))
        {
            wake.Add(volume.Key);
        }

        WaitingForClaim.AddTo(snapshot, key, wake);
        if (ClassItWaitedFor(change) is { } storageClass && VolumeOffers.Next(snapshot, storageClass) is { } next)
        {
            wake.Add(next.Key);
            WaitingForClaim.AddTo(snapshot, next.Key, wake);
        }
    }

    /// <summary>Null for a claim that waits as before, or has not waited.</summary>
    private static string? ClassItWaitedFor(ObjectEvent change)
    {
        var (before, after) = (ClassItWaitsFor(change.Previous), change.Type == ObjectEventType.Deleted ? null : ClassItWaitsFor(change.Object));
        return before == after ? null : before;
    }

    private static string? ClassItWaitsFor(StoredObject? stored) =>
        stored?.Read<PersistentVolumeClaim>() is { } claim && string.IsNullOrEmpty(claim.Spec.VolumeName) ? VolumeFacts.ClassOf(claim) : null;
}
