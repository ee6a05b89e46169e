using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Engine.Actors.Waking;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Watching;

namespace ActorKube.Actors.Storage;

/// <summary>A claim that changes is the concern of the volumes that are, or were, its own, and of the pods that wait for it; one that waits no longer, of those who may take what it leaves.</summary>
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
        if (change.Previous?.Read<PersistentVolumeClaim>() is { } before && WaitsFor(before) is { } storageClass && storageClass != WaitsFor(change))
        {
            foreach (var heir in VolumeOffers.Heirs(snapshot, before))
            {
                wake.Add(heir.Key);
                WaitingForClaim.AddTo(snapshot, heir.Key, wake);
            }
        }
    }

    private static string? WaitsFor(ObjectEvent change) => change.Type == ObjectEventType.Deleted ? null : WaitsFor(change.Object.Read<PersistentVolumeClaim>());

    /// <summary>The class of a claim that has no volume and names none; null for any other.</summary>
    private static string? WaitsFor(PersistentVolumeClaim claim) => string.IsNullOrEmpty(claim.Spec.VolumeName) ? VolumeFacts.ClassOf(claim) : null;
}
