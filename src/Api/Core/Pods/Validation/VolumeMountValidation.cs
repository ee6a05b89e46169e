using ActorKube.Api.Errors;

namespace ActorKube.Api.Core;

/// <summary>Where containers mount volumes and map block devices.</summary>
internal static class VolumeMountValidation
{
    public static void Validate(Container container, IReadOnlyDictionary<string, Volume> volumes, FieldPath path, FieldErrors errors)
    {
        ValidateMounts(container, volumes, path.Child("volumeMounts"), errors);
        ValidateDevices(container, volumes, path.Child("volumeDevices"), errors);
    }

    private static void ValidateMounts(Container container, IReadOnlyDictionary<string, Volume> volumes, FieldPath path, FieldErrors errors)
    {
        var (mounts, devices) = (container.VolumeMounts.OrEmpty(), container.VolumeDevices.OrEmpty());
        var paths = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < mounts.Count; i++)
        {
            var (mount, at) = (mounts[i], path.Index(i));
            errors.Present(at.Child("name"), mount.Name);
            if (!volumes.ContainsKey(mount.Name))
            {
                errors.NotFound(at.Child("name"), mount.Name);
            }

            errors.Present(at.Child("mountPath"), mount.MountPath);
            if (!paths.Add(mount.MountPath))
            {
                errors.Invalid(at.Child("mountPath"), mount.MountPath, "must be unique");
            }

            if (devices.Any(d => d.Name == mount.Name))
            {
                errors.Invalid(at.Child("name"), mount.Name, "must not already exist in volumeDevices");
            }

            if (devices.Any(d => d.DevicePath == mount.MountPath))
            {
                errors.Invalid(at.Child("mountPath"), mount.MountPath, "must not already exist as a path in volumeDevices");
            }

            // These paths name the list, not the item: so clients have always been told.
            errors.DescendingPath(path.Child("subPath"), mount.SubPath);
            if (mount is { SubPathExpr: not null, SubPath: not null })
            {
                errors.Invalid(at.Child("subPathExpr"), mount.SubPathExpr, "subPathExpr and subPath are mutually exclusive");
            }

            errors.DescendingPath(path.Child("subPathExpr"), mount.SubPathExpr);
            ValidatePropagation(mount, container, path.Child("mountPropagation"), errors);
            ValidateRecursiveReadOnly(mount, path.Child("recursiveReadOnly"), errors);
        }
    }

    private static void ValidatePropagation(VolumeMount mount, Container container, FieldPath path, FieldErrors errors)
    {
        errors.OneOfOrEmpty(path, mount.MountPropagation, "Bidirectional", "HostToContainer", "None");
        if (mount.MountPropagation == "Bidirectional" && container.SecurityContext?.Privileged != true)
        {
            errors.Forbidden(path, "Bidirectional mount propagation is available only to privileged containers");
        }
    }

    private static void ValidateRecursiveReadOnly(VolumeMount mount, FieldPath path, FieldErrors errors)
    {
        errors.OneOfOrEmpty(path, mount.RecursiveReadOnly, "Disabled", "Enabled", "IfPossible");
        if (mount.RecursiveReadOnly is not ("Enabled" or "IfPossible"))
        {
            return;
        }

        if (!mount.ReadOnly)
        {
            errors.Forbidden(path, "may only be specified when readOnly is true");
        }

        if (mount.MountPropagation is not (null or "None"))
        {
            errors.Forbidden(path, "may only be specified when mountPropagation is None or not specified");
        }
    }

    private static void ValidateDevices(Container container, IReadOnlyDictionary<string, Volume> volumes, FieldPath path, FieldErrors errors)
    {
        var (mounts, devices) = (container.VolumeMounts.OrEmpty(), container.VolumeDevices.OrEmpty());
        var (names, paths) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        for (var i = 0; i < devices.Count; i++)
        {
            var (device, name, at) = (devices[i], path.Index(i).Child("name"), path.Index(i).Child("devicePath"));
            errors.Present(name, device.Name);
            if (names.Contains(device.Name))
            {
                errors.Invalid(name, device.Name, "must be unique");
            }

            if (!volumes.TryGetValue(device.Name, out var volume))
            {
                errors.NotFound(name, device.Name);
            }
            else if (volume is { PersistentVolumeClaim: null, Ephemeral: null })
            {
                errors.Invalid(name, device.Name, "can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode");
            }

            errors.Present(at, device.DevicePath);
            if (paths.Contains(device.DevicePath))
            {
                errors.Invalid(at, device.DevicePath, "must be unique");
            }

            if (PathChecks.ClimbsUp(device.DevicePath))
            {
                errors.Invalid(at, device.DevicePath, "can not contain backsteps ('..')");
            }
            else
            {
                paths.Add(device.DevicePath);
            }

            if (mounts.Any(m => m.Name == device.Name))
            {
                errors.Invalid(name, device.Name, "must not already exist in volumeMounts");
            }

            if (mounts.Any(m => m.MountPath == device.DevicePath))
            {
                errors.Invalid(at, device.DevicePath, "must not already exist as a path in volumeMounts");
            }

            if (device.Name.Length > 0)
            {
                names.Add(device.Name);
            }
        }
    }
}
