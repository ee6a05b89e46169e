using ActorKube.Api.Kinds;

namespace ActorKube.Api.Core;

internal static class PersistentVolumeKind
{
    public static readonly Kind<PersistentVolume> Kind = new()
    {
        Group = "",
        Version = "v1",
        Name = "PersistentVolume",
        Plural = "persistentvolumes",
        ShortNames = ["pv"],
        Namespaced = false,
        HasStatus = true,
        ReturnsDeleted = true,
        OnDefault = PersistentVolumeDefaults.Apply,
        OnCreate = PersistentVolumeDefaults.PrepareForCreate,
        OnUpdate = PersistentVolumeDefaults.PrepareForUpdate,
        OnStatusUpdate = PersistentVolumeDefaults.PrepareForStatusUpdate,
        OnValidate = PersistentVolumeValidation.Validate,
        OnValidateUpdate = PersistentVolumeUpdateValidation.Validate,
        OnWarnings = static (volume, _) => PersistentVolumeWarnings.Of(volume),
        TableColumns =
        [
            Column<PersistentVolume>.NameColumn,
            new("Capacity", "Size of the volume.", static v => (v.Spec.Capacity?.GetValueOrDefault("storage") ?? default).ToString()),
            new("Access Modes", "How the volume can be mounted.", static v => StorageNames.Short(v.Spec.AccessModes)),
            new("Reclaim Policy", "What becomes of the volume when its claim is gone.", static v => v.Spec.PersistentVolumeReclaimPolicy ?? ""),
            new("Status", "Phase of the volume.", static v => v.Metadata.DeletionTimestamp is null ? v.Status.Phase ?? "" : "Terminating"),
            new("Claim", "Claim that the volume is bound to.", static v => v.Spec.ClaimRef is { } claim ? $"{claim.Namespace}/{claim.Name}" : ""),
            new("StorageClass", "Class of the volume.", static v => StorageNames.Class(v.Metadata, v.Spec.StorageClassName)),
            new("VolumeAttributesClass", "Class of the volume's attributes.", static v => v.Spec.VolumeAttributesClassName ?? StorageNames.Unset),
            new("Reason", "Why the volume is in its phase.", static v => v.Status.Reason ?? ""),
            Column<PersistentVolume>.AgeColumn,
            new("VolumeMode", "string", "", "Filesystem or Block.", 1, static (v, _) => v.Spec.VolumeMode ?? StorageNames.Unset),
        ],
    };
}
