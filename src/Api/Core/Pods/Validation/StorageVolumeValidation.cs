using ActorKube.Api.Errors;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Core;

/// <summary>Volumes on storage systems, named in the pod itself.</summary>
internal static class StorageVolumeValidation
{
    /// <param name="source">JSON name of the source to check; those that are none of these are left alone.</param>
    /// <param name="path">The volume's path.</param>
    public static void Validate(Volume volume, string source, FieldPath path, FieldErrors errors)
    {
        var at = path.Child(source);
        switch (source)
        {
            case "nfs":
                ValidateNfs(volume.Nfs!, at, errors);
                break;
            case "glusterfs":
                errors.Present(at.Child("endpoints"), volume.Glusterfs!.Endpoints);
                errors.Present(at.Child("path"), volume.Glusterfs.Path);
                break;
            case "rbd":
                RequireItems(volume.Rbd!.Monitors, at.Child("monitors"), errors);
                errors.Present(at.Child("image"), volume.Rbd.Image);
                break;
            case "cephFS":
                RequireItems(volume.Cephfs!.Monitors, path.Child("cephfs").Child("monitors"), errors);
                break;
            case "cinder":
                errors.Present(at.Child("volumeID"), volume.Cinder!.VolumeID);
                RequireName(volume.Cinder.SecretRef, at, errors);
                break;
            case "flexVolume":
                ValidateFlex(volume.FlexVolume!, at, errors);
                break;
            case "storageos":
                ValidateStorageOs(volume.Storageos!, at, errors);
                break;
            case "scaleIO":
                errors.Present(at.Child("gateway"), volume.ScaleIO!.Gateway);
                errors.Present(at.Child("system"), volume.ScaleIO.System);
                errors.Present(at.Child("volumeName"), volume.ScaleIO.VolumeName);
                break;
            case "portworxVolume":
                errors.Present(at.Child("volumeID"), volume.PortworxVolume!.VolumeID);
                break;
            case "quobyte":
                ValidateQuobyte(volume.Quobyte!, at, errors);
                break;
            case "flocker":
                ValidateFlocker(volume.Flocker!, at, errors);
                break;
            case "csi":
                ValidateCsi(volume.Csi!, at, errors);
                break;
            default:
                DiskVolumeValidation.Validate(volume, source, path, errors);
                break;
        }
    }

    private static void ValidateNfs(NFSVolumeSource source, FieldPath path, FieldErrors errors)
    {
        errors.Present(path.Child("server"), source.Server);
        errors.Present(path.Child("path"), source.Path);
        if (!source.Path.StartsWith('/'))
        {
            errors.Invalid(path.Child("path"), source.Path, "must be an absolute path");
        }
    }

    private static void ValidateFlex(FlexVolumeSource source, FieldPath path, FieldErrors errors)
    {
        errors.Present(path.Child("driver"), source.Driver);
        foreach (var key in source.Options.OrEmpty().Keys)
        {
            var space = "." + key.Split('/', 2)[0].ToLowerInvariant();
            if ((key.Contains('/', StringComparison.Ordinal) || space.Length > 1)
                && (space.EndsWith(".kubernetes.io", StringComparison.Ordinal) || space.EndsWith(".k8s.io", StringComparison.Ordinal)))
            {
                errors.Invalid(path.Child("options").Key(key), key, "kubernetes.io and k8s.io namespaces are reserved");
            }
        }
    }

    private static void ValidateStorageOs(StorageOSVolumeSource source, FieldPath path, FieldErrors errors)
    {
        if (errors.Present(path.Child("volumeName"), source.VolumeName))
        {
            errors.DnsLabel(path.Child("volumeName"), source.VolumeName!);
        }

        if (source.VolumeNamespace is { } space)
        {
            errors.DnsLabel(path.Child("volumeNamespace"), space);
        }

        RequireName(source.SecretRef, path, errors);
    }

    private static void ValidateQuobyte(QuobyteVolumeSource source, FieldPath path, FieldErrors errors)
    {
        const string Pairs = "must be a host:port pair or multiple pairs separated by commas";
        if (errors.Present(path.Child("registry"), source.Registry, Pairs))
        {
            if (source.Tenant is { Length: >= 65 })
            {
                errors.Required(path.Child("tenant"), "must be a UUID and may not exceed a length of 64 characters");
            }
            else
            {
                foreach (var _ in source.Registry.Split(',').Where(static pair => !IsHostAndPort(pair)))
                {
                    errors.Invalid(path.Child("registry"), source.Registry, Pairs);
                }
            }
        }

        errors.Present(path.Child("volume"), source.Volume);
    }

    private static void ValidateFlocker(FlockerVolumeSource source, FieldPath path, FieldErrors errors)
    {
        if (source is { DatasetName: null, DatasetUUID: null })
        {
            errors.Required(path, "one of datasetName and datasetUUID is required");
        }
        else if (source is { DatasetName: not null, DatasetUUID: not null })
        {
            errors.Invalid(path, "resource", "datasetName and datasetUUID can not be specified simultaneously");
        }

        if (source.DatasetName?.Contains('/', StringComparison.Ordinal) == true)
        {
            errors.Invalid(path.Child("datasetName"), source.DatasetName, "must not contain '/'");
        }
    }

    private static void ValidateCsi(CSIVolumeSource source, FieldPath path, FieldErrors errors)
    {
        errors.Present(path.Child("driver"), source.Driver);
        if (source.Driver.Length > 63)
        {
            errors.TooLong(path.Child("driver"), 63);
        }

        errors.AllInvalid(path.Child("driver"), source.Driver, DnsNames.Subdomain(source.Driver.ToLowerInvariant()));
        RequireName(source.NodePublishSecretRef, path, errors, "nodePublishSecretRef");
        if (source.NodePublishSecretRef?.Name is { } name)
        {
            errors.Subdomain(path.Child("name"), name);
        }
    }

    private static void RequireItems(IReadOnlyList<string>? items, FieldPath path, FieldErrors errors)
    {
        if (items.OrEmpty().Count == 0)
        {
            errors.Required(path);
        }
    }

    private static void RequireName(LocalObjectReference? reference, FieldPath path, FieldErrors errors, string field = "secretRef")
    {
        if (reference is not null)
        {
            errors.Present(path.Child(field).Child("name"), reference.Name);
        }
    }

    /// <summary>One colon, or brackets around the host.</summary>
    private static bool IsHostAndPort(string text)
    {
        var colon = text.LastIndexOf(':');
        var host = colon < 0 ? "" : text[..colon];
        return colon >= 0 && (host.StartsWith('[') ? host.IndexOf(']', StringComparison.Ordinal) == host.Length - 1 : !host.AsSpan().ContainsAny(":[]"));
    }
}
