using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Engine.Actors.Waking;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Watching;

namespace ActorKube.Actors.Storage;

/// <summary>
/// A volume that changes is the concern of its claim and of those that name it. One that is to be had is offered to some of the claims that wait for such a one, and to
/// the pods that wait for a volume to be found for theirs; whoever is left out is asked when one of these waits no longer (<see cref="VolumeOffers"/>).
/// </summary>
internal sealed class VolumeWakeRule : IWakeRule
{
    public string? Resource => Resources.PersistentVolumes;

    public void Wake(ObjectEvent change, ViewSnapshot snapshot, ICollection<ObjectKey> wake)
    {
        var volume = change.Object.Read<PersistentVolume>();
        AddClaim(volume, wake);
        if (change.Previous is { } previous)
        {
            AddClaim(previous.Read<PersistentVolume>(), wake);
        }

        foreach (var claim in VolumeIndexes.ClaimsOf(snapshot, change.Object.Key.Name))
        {
            wake.Add(claim.Key);
        }

        foreach (var claim in VolumeOffers.Takers(snapshot, volume))
        {
            wake.Add(claim.Key);
            WaitingForClaim.AddTo(snapshot, claim.Key, wake);
        }
    }

    private static void AddClaim(PersistentVolume volume, ICollection<ObjectKey> wake)
    {
        if (volume.Spec.ClaimRef is { } claim)
        {
            wake.Add(new ObjectKey(Resources.PersistentVolumeClaims, claim.Namespace ?? "", claim.Name ?? ""));
        }
    }
}
