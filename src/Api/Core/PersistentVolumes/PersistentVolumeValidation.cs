using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Quantities;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Core;

/// <summary>Persistent volumes: capacity, modes, policy, class; their sources have validators of their own.</summary>
internal static class PersistentVolumeValidation
{
    private const string MountOptions = "volume.beta.kubernetes.io/mount-options";

    private static readonly FieldPath Path = FieldPath.Of("spec");

    /// <summary>Sources whose mount options an annotation may give.</summary>
    private static readonly HashSet<string> Mountable =
    [
        "gcePersistentDisk", "awsElasticBlockStore", "glusterfs", "nfs", "rbd", "quobyte", "iscsi", "cinder", "cephFS", "azureFile", "vsphereVolume", "azureDisk",
        "photonPersistentDisk",
    ];

    public static void Validate(PersistentVolume volume, FieldErrors errors)
    {
        ValidateSpec(volume, errors);
        if ((volume.Metadata.Annotations?.ContainsKey(MountOptions) ?? false) && !PersistentVolumeSources.Names(volume.Spec).Any(Mountable.Contains))
        {
            errors.Forbidden(FieldPath.Of("metadata").Child("annotations").Child(MountOptions), "may not specify mount options for this volume type");
        }
    }

    public static void ValidateSpec(PersistentVolume volume, FieldErrors errors)
    {
        var spec = volume.Spec;
        if (spec.AccessModes is null or { Count: 0 })
        {
            errors.Required(Path.Child("accessModes"));
        }

        StorageNames.ValidateAccessModes(spec.AccessModes.OrEmpty(), Path.Child("accessModes"), errors);
        ValidateCapacity(spec.Capacity.OrEmpty(), errors);
        ValidatePolicy(spec, errors);
        if (spec.NodeAffinity is { } affinity)
        {
            ValidateAffinity(affinity, errors);
        }

        PersistentVolumeSourceValidation.Validate(spec, volume.Metadata.Name ?? "", Path, errors);
        if (!string.IsNullOrEmpty(spec.StorageClassName))
        {
            errors.InvalidAll(Path.Child("storageClassName"), spec.StorageClassName, DnsNames.Subdomain(spec.StorageClassName));
        }

        StorageNames.ValidateVolumeMode(spec.VolumeMode, Path.Child("volumeMode"), errors);
    }

    private static void ValidateCapacity(IReadOnlyDictionary<string, Quantity> capacity, FieldErrors errors)
    {
        var path = Path.Child("capacity");
        if (capacity.Count == 0)
        {
            errors.Required(path);
        }

        if (capacity.Count > 1 || !capacity.ContainsKey(ResourceNames.Storage))
        {
            errors.NotSupported(path, Shown(capacity), [ResourceNames.Storage]);
        }

        foreach (var (name, amount) in capacity)
        {
            if (amount.Value() < 0)
            {
                errors.Invalid(path.Key(name), amount.Value(), "must be a valid resource quantity");
            }

            if (amount.Sign <= 0)
            {
                errors.Invalid(path.Key(name), amount.ToString(), "must be greater than zero");
            }
        }
    }

    private static void ValidatePolicy(PersistentVolumeSpec spec, FieldErrors errors)
    {
        var path = Path.Child("persistentVolumeReclaimPolicy");
        if (spec.PersistentVolumeReclaimPolicy is { Length: > 0 } policy && policy is not ("Delete" or "Recycle" or "Retain"))
        {
            errors.NotSupported(path, policy, ["Delete", "Recycle", "Retain"]);
        }

        if (spec is { PersistentVolumeReclaimPolicy: "Recycle", HostPath.Path: { } root } && IsRoot(root))
        {
            errors.Forbidden(path, "may not be 'recycle' for a hostPath mount of '/'");
        }
    }

    private static void ValidateAffinity(VolumeNodeAffinity affinity, FieldErrors errors)
    {
        var path = Path.Child("nodeAffinity").Child("required");
        if (affinity.Required is { } required)
        {
            NodeAffinityValidation.Validate(required, path, errors, allowInvalidValues: true);
        }
        else
        {
            errors.Required(path, "must specify required node constraints");
        }
    }

    /// <summary>The path comes down to the root once its dots are worked out.</summary>
    private static bool IsRoot(string path)
    {
        var depth = 0;
        foreach (var part in path.Split('/').Where(part => part is not ("" or ".")))
        {
            depth = part == ".." ? Math.Max(depth - 1, 0) : depth + 1;
        }

        return path.StartsWith('/') && depth == 0;
    }

    private static GoText Shown(IReadOnlyDictionary<string, Quantity> capacity) => capacity.Count == 0
        ? new("core.ResourceList(nil)")
        : new($"core.ResourceList{{{string.Join(", ", capacity.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => $"{GoText.Quote(e.Key)}:{GoText.Of(e.Value)}"))}}}");
}
