using ActorKube.Api.Core;
using ActorKube.Api.Quantities;

namespace ActorKube.Actors.Storage;

/// <summary>What volumes and claims say of themselves and of each other.</summary>
internal static class VolumeFacts
{
    private const string Storage = "storage";
    private const string Filesystem = "Filesystem";

    /// <summary>Empty for none.</summary>
    public static string ClassOf(PersistentVolume volume) => volume.Metadata.Annotations?.GetValueOrDefault(VolumeAnnotations.Class) ?? volume.Spec.StorageClassName ?? "";

    /// <summary>Empty for none; see <see cref="NamesNoClass"/>.</summary>
    public static string ClassOf(PersistentVolumeClaim claim) => claim.Metadata.Annotations?.GetValueOrDefault(VolumeAnnotations.Class) ?? claim.Spec.StorageClassName ?? "";

    /// <summary>It takes the default class as soon as there is one, unlike a claim that says that it wants none.</summary>
    public static bool NamesNoClass(PersistentVolumeClaim claim) => !Annotated.Has(claim.Metadata, VolumeAnnotations.Class) && claim.Spec.StorageClassName is null;

    public static Quantity SizeOf(PersistentVolume volume) => volume.Spec.Capacity?.GetValueOrDefault(Storage) ?? default;

    public static Quantity SizeOf(PersistentVolumeClaim claim) => claim.Spec.Resources.Requests?.GetValueOrDefault(Storage) ?? default;

    /// <summary>The volume is the claim's, or kept for one of that name by a person who could not know its uid.</summary>
    public static bool IsFor(PersistentVolume volume, PersistentVolumeClaim claim) =>
        volume.Spec.ClaimRef is { } reference && reference.Name == claim.Metadata.Name && reference.Namespace == claim.Metadata.Namespace
        && (string.IsNullOrEmpty(reference.Uid) || reference.Uid == claim.Metadata.Uid);

    public static bool IsBound(PersistentVolumeClaim claim) => !string.IsNullOrEmpty(claim.Spec.VolumeName) && Annotated.Has(claim.Metadata, VolumeAnnotations.BindCompleted);

    public static bool IsSameMode(PersistentVolume volume, PersistentVolumeClaim claim) =>
        (volume.Spec.VolumeMode ?? Filesystem) == (claim.Spec.VolumeMode ?? Filesystem);

    /// <summary>The volume can be used in all the ways that the claim asks for.</summary>
    public static bool Allows(PersistentVolume volume, PersistentVolumeClaim claim) =>
        claim.Spec.AccessModes?.All(m => volume.Spec.AccessModes?.Contains(m) == true) != false;

    /// <summary>It can be reached from everywhere, unless it says from where.</summary>
    public static bool IsReachable(PersistentVolume volume, string node, IReadOnlyDictionary<string, string> labels) =>
        volume.Spec.NodeAffinity?.Required is not { } required || required.NodeSelectorTerms?.Any(t => NodeSelection.Matches(t, node, labels)) == true;

    /// <summary>Why the volume that the claim names isn't good for it; null if it is.</summary>
    public static string? Mismatch(PersistentVolume volume, PersistentVolumeClaim claim) =>
        volume.Metadata.DeletionTimestamp is not null ? $"the volume is marked for deletion \"{volume.Metadata.Name}\""
        : SizeOf(volume).CompareTo(SizeOf(claim)) < 0 ? "requested PV is too small"
        : ClassOf(volume) != ClassOf(claim) ? "storageClassName does not match"
        : !IsSameMode(volume, claim) ? "incompatible volumeMode"
        : !Allows(volume, claim) ? "incompatible accessMode"
        : null;
}
