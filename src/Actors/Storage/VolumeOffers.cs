using ActorKube.Api.Core;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Storage;

/// <summary>
/// Which claims look at a volume that is to be had. A volume is offered once, when it becomes available, and to a few: they may all find another one before. So each claim that waits no longer has the
/// next one look, for as long as there is a volume that somebody may take.
/// </summary>
internal static class VolumeOffers
{
    /// <summary>One of them gets it.</summary>
    private const int Most = 16;

    /// <summary>The first of those who wait for such a volume; nobody for one that is taken.</summary>
    public static IEnumerable<StoredObject> Takers(ViewSnapshot snapshot, PersistentVolume volume) => WhoMayTake(snapshot, volume).Take(Most);

    /// <summary>Who looks next in a class after somebody waits no longer. It is enough to offer the first volumes: whoever takes one is followed by the next.</summary>
    public static StoredObject? Next(ViewSnapshot snapshot, string storageClass) =>
        VolumeIndexes.Unclaimed(snapshot, storageClass).Take(Most).SelectMany(s => WhoMayTake(snapshot, s.Read<PersistentVolume>())).FirstOrDefault();

    private static IEnumerable<StoredObject> WhoMayTake(ViewSnapshot snapshot, PersistentVolume volume) => volume.Spec.ClaimRef is not null
        ? []
        : VolumeIndexes.Waiting(snapshot, VolumeFacts.ClassOf(volume)).Where(s => s.Read<PersistentVolumeClaim>() is var claim && VolumeChoice.IsGood(volume, claim, VolumeChoice.SelectorOf(claim)));
}
