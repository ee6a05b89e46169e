using ActorKube.Api.Kinds;

namespace ActorKube.Api.Core;

internal static class PersistentVolumeClaimKind
{
    public static readonly Kind<PersistentVolumeClaim> Kind = new()
    {
        Group = "",
        Version = "v1",
        Name = "PersistentVolumeClaim",
        Plural = "persistentvolumeclaims",
        ShortNames = ["pvc"],
        HasStatus = true,
        ReturnsDeleted = true,
        OnDefault = PersistentVolumeClaimDefaults.Apply,
        OnCreate = PersistentVolumeClaimDefaults.PrepareForCreate,
        OnUpdate = PersistentVolumeClaimDefaults.PrepareForUpdate,
        OnStatusUpdate = PersistentVolumeClaimDefaults.PrepareForStatusUpdate,
        OnValidate = static (claim, errors) => PersistentVolumeClaimValidation.Validate(claim, null, errors),
        OnValidateUpdate = PersistentVolumeClaimUpdateValidation.Validate,
        OnValidateStatusUpdate = static (next, _, errors) => PersistentVolumeClaimStatusValidation.Validate(next, errors),
        OnWarnings = static (claim, _) => PersistentVolumeClaimWarnings.Of(claim),
        TableColumns =
        [
            Column<PersistentVolumeClaim>.NameColumn,
            new("Status", "Phase of the claim.", static c => c.Metadata.DeletionTimestamp is null ? c.Status.Phase ?? "" : "Terminating"),
            new("Volume", "Volume that the claim is bound to.", static c => c.Spec.VolumeName ?? ""),
            new("Capacity", "Size of the volume.", static c => IsBound(c) ? (c.Status.Capacity?.GetValueOrDefault("storage") ?? default).ToString() : ""),
            new("Access Modes", "How the volume can be mounted.", static c => IsBound(c) ? StorageNames.Short(c.Status.AccessModes) : ""),
            new("StorageClass", "Class of the claim.", static c => StorageNames.Class(c.Metadata, c.Spec.StorageClassName)),
            new("VolumeAttributesClass", "Class of the volume's attributes.", static c => c.Spec.VolumeAttributesClassName ?? StorageNames.Unset),
            Column<PersistentVolumeClaim>.AgeColumn,
            new("VolumeMode", "string", "", "Filesystem or Block.", 1, static (c, _) => c.Spec.VolumeMode ?? StorageNames.Unset),
        ],
    };

    private static bool IsBound(PersistentVolumeClaim claim) => !string.IsNullOrEmpty(claim.Spec.VolumeName);
}
