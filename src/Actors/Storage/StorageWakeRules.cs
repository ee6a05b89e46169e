using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Engine.Actors.Waking;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Watching;

namespace ActorKube.Actors.Storage;

/// <summary>A claim that changes is the concern of the volumes that are, or were, its own, and of the pods that wait for it.</summary>
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

        StorageWaking.AddPods(snapshot, key, wake);
    }
}

/// <summary>
/// A volume that changes is the concern of its claim and of those that name it. One that is to be had is offered to some of the claims that wait for such a one, and to
/// the pods that wait for a volume to be found for theirs; whoever is left out looks again by itself.
/// </summary>
internal sealed class VolumeWakeRule : IWakeRule
{
    /// <summary>One of them gets it.</summary>
    private const int MostOffers = 16;

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

        foreach (var claim in Takers(volume, snapshot).Take(MostOffers))
        {
            wake.Add(claim.Key);
            StorageWaking.AddPods(snapshot, claim.Key, wake);
        }
    }

    private static void AddClaim(PersistentVolume volume, ICollection<ObjectKey> wake)
    {
        if (volume.Spec.ClaimRef is { } claim)
        {
            wake.Add(new ObjectKey(Resources.PersistentVolumeClaims, claim.Namespace ?? "", claim.Name ?? ""));
        }
    }

    private static IEnumerable<StoredObject> Takers(PersistentVolume volume, ViewSnapshot snapshot) => volume.Spec.ClaimRef is not null
        ? []
        : VolumeIndexes.Waiting(snapshot, VolumeFacts.ClassOf(volume)).Where(s => s.Read<PersistentVolumeClaim>() is var claim && VolumeChoice.IsGood(volume, claim, VolumeChoice.SelectorOf(claim)));
}

/// <summary>A class that comes, or becomes the default, is what claims may wait for.</summary>
internal sealed class StorageClassWakeRule : IWakeRule
{
    public string? Resource => Resources.StorageClasses;

    public void Wake(ObjectEvent change, ViewSnapshot snapshot, ICollection<ObjectKey> wake)
    {
        foreach (var claim in VolumeIndexes.Waiting(snapshot, change.Object.Key.Name).Concat(VolumeIndexes.WaitingForDefault(snapshot)))
        {
            wake.Add(claim.Key);
        }
    }
}

/// <summary>Who waits for a claim.</summary>
file static class StorageWaking
{
    public static void AddPods(ViewSnapshot snapshot, ObjectKey claim, ICollection<ObjectKey> wake)
    {
        foreach (var pod in VolumeIndexes.PodsWith(snapshot, claim.Namespace, claim.Name).Where(static s => string.IsNullOrEmpty(s.Read<Pod>().Spec.NodeName)))
        {
            wake.Add(pod.Key);
        }
    }
}
