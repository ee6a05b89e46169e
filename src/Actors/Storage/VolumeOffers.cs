using ActorKube.Api.Core;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Storage;

/// <summary>
/// Which claims look at a volume that is to be had. It is offered once, when it becomes available, and to a few: they may all find another one before. So what a claim that waits no longer could have
/// taken is offered again, until nobody is left who may take it.
/// </summary>
internal static class VolumeOffers
{
    /// <summary>One of them gets it.</summary>
    private const int Most = 16;

    /// <summary>The first of those who wait for such a volume; nobody for one that is taken.</summary>
    public static IEnumerable<StoredObject> Takers(ViewSnapshot snapshot, PersistentVolume volume) => WhoMayTake(snapshot, volume).Take(Most);

    /// <summary>For each volume that a claim leaves, the first who waits for it now.</summary>
    public static IEnumerable<StoredObject> Heirs(ViewSnapshot snapshot, PersistentVolumeClaim leaving) => VolumeIndexes.Waiting(snapshot, VolumeFacts.ClassOf(leaving)).Any()
        ? VolumeChoice.Good(snapshot, leaving).SelectMany(s => WhoMayTake(snapshot, s.Read<PersistentVolume>()).Take(1)).DistinctBy(static s => s.Key)
        : [];

    private static IEnumerable<StoredObject> WhoMayTake(ViewSnapshot snapshot, PersistentVolume volume) => volume.Spec.ClaimRef is not null
        ? []
        : VolumeIndexes.Waiting(snapshot, VolumeFacts.ClassOf(volume)).Where(s => s.Read<PersistentVolumeClaim>() is var claim && VolumeChoice.IsGood(volume, claim, VolumeChoice.SelectorOf(claim)));
}
