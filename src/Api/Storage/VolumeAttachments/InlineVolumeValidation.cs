using ActorKube.Api.Core;
using ActorKube.Api.Errors;

namespace ActorKube.Api.Storage;

/// <summary>A volume that an attachment describes itself: one of a CSI driver, and nothing that only matters to a volume that is claimed.</summary>
internal static class InlineVolumeValidation
{
    private const string NotInline = "may not be specified in the context of inline volumes";

    public static void Validate(PersistentVolumeSpec spec, FieldPath path, FieldErrors errors)
    {
        if (spec.Csi is null)
        {
            errors.Required(path.Child("csi"), "has to be specified in the context of inline volumes");
        }

        if (spec.AccessModes is not { Count: > 0 } modes)
        {
            errors.Required(path.Child("accessModes"));
        }
        else
        {
            StorageNames.ValidateAccessModes(modes, path.Child("accessModes"), errors);
        }

        ValidateAbsent(spec, path, errors);
        PersistentVolumeSourceValidation.Validate(spec with { NodeAffinity = null }, "", path, errors);
    }

    private static void ValidateAbsent(PersistentVolumeSpec spec, FieldPath path, FieldErrors errors)
    {
        Absent(spec.ClaimRef is not null, "claimRef");
        Absent(spec.Capacity is { Count: > 0 }, "capacity");
        Absent(spec.NodeAffinity is not null, "nodeAffinity");
        Absent(spec.StorageClassName is { Length: > 0 }, "storageClassName");
        if (spec.PersistentVolumeReclaimPolicy is { Length: > 0 } and not "Retain")
        {
            errors.Forbidden(path.Child("persistentVolumeReclaimPolicy"), "may only be Retain in the context of inline volumes");
        }

        if (spec.VolumeMode is not (null or "Filesystem"))
        {
            errors.Forbidden(path.Child("volumeMode"), "may not specify volumeMode other than Filesystem in the context of inline volumes");
        }

        void Absent(bool isSet, string field)
        {
            if (isSet)
            {
                errors.Forbidden(path.Child(field), NotInline);
            }
        }
    }
}
