using ActorKube.Api.Errors;
using ActorKube.Api.Kinds;

namespace ActorKube.Api.Core;

/// <summary>The volumes of a pod: named, each with one source.</summary>
internal static class VolumeValidation
{
    /// <param name="podName">Name of the pod, from which claims of ephemeral volumes are named; null in a template.</param>
    /// <returns>The valid volumes by name, for the mounts to refer to.</returns>
    public static IReadOnlyDictionary<string, Volume> Validate(
        IReadOnlyList<Volume> volumes, string? podName, FieldPath path, FieldErrors errors, bool allowNonLocalTokenPaths)
    {
        var valid = new Dictionary<string, Volume>(volumes.Count, StringComparer.Ordinal);
        var claims = podName is null ? [] : volumes.Where(static v => v.Ephemeral is not null).Select(v => podName + "-" + v.Name).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < volumes.Count; i++)
        {
            var (volume, at, before) = (volumes[i], path.Index(i), errors.Count);
            ValidateSource(volume, podName, at, errors, allowNonLocalTokenPaths);
            if (errors.Present(at.Child("name"), volume.Name))
            {
                errors.DnsLabel(at.Child("name"), volume.Name);
            }

            if (valid.ContainsKey(volume.Name))
            {
                errors.Duplicate(at.Child("name"), volume.Name);
            }

            if (errors.Count == before)
            {
                valid.Add(volume.Name, volume);
            }

            if (volume.PersistentVolumeClaim is { } claim && claims.Contains(claim.ClaimName))
            {
                errors.Invalid(at.Child("persistentVolumeClaim").Child("claimName"), claim.ClaimName, "must not reference a PVC that gets created for an ephemeral volume");
            }
        }

        return valid;
    }

    private static void ValidateSource(Volume volume, string? podName, FieldPath path, FieldErrors errors, bool allowNonLocalTokenPaths)
    {
        var names = VolumeSources.Names(volume).ToList();
        if (names.Count == 0)
        {
            errors.Required(path, "must specify a volume type");
            return;
        }

        // Only the first source is looked into, but an empty directory's limit always.
        if (volume.EmptyDir?.SizeLimit is { Sign: < 0 })
        {
            errors.Forbidden(path.Child("emptyDir").Child("sizeLimit"), "SizeLimit field must be a valid resource quantity");
        }

        var first = names[0];
        ValidateLocal(volume, first, podName, path, errors, allowNonLocalTokenPaths);
        StorageVolumeValidation.Validate(volume, first, path, errors);
        foreach (var other in names.Skip(1))
        {
            errors.Forbidden(path.Child(other == "downwardAPI" ? "downwarAPI" : other), "may not specify more than 1 volume type");
        }

        if (volume.Iscsi is { InitiatorName: not null } iscsi && volume.Name.Length + 1 + iscsi.TargetPortal.Length > 64)
        {
            errors.Invalid(path.Child("name"), volume.Name,
                "Total length of <volume name>:<iscsi.targetPortal> must be under 64 characters if iscsi.initiatorName is specified.");
        }
    }

    private static void ValidateLocal(Volume volume, string source, string? podName, FieldPath path, FieldErrors errors, bool allowNonLocalTokenPaths)
    {
        var at = path.Child(source);
        switch (source)
        {
            case "hostPath":
                ConfigVolumeValidation.Validate(volume.HostPath!, at, errors);
                break;
            case "gitRepo":
                errors.Present(at.Child("repository"), volume.GitRepo!.Repository);
                errors.DescendingPath(at.Child("directory"), volume.GitRepo.Directory);
                break;
            case "secret":
                errors.Present(at.Child("secretName"), volume.Secret!.SecretName);
                ConfigVolumeValidation.Validate(volume.Secret.DefaultMode, volume.Secret.Items, at, errors);
                break;
            case "configMap":
                errors.Present(at.Child("name"), volume.ConfigMap!.Name);
                ConfigVolumeValidation.Validate(volume.ConfigMap.DefaultMode, volume.ConfigMap.Items, at, errors);
                break;
            case "downwardAPI":
                ConfigVolumeValidation.Validate(volume.DownwardAPI!, at, errors);
                break;
            case "projected":
                ProjectedVolumeValidation.Validate(volume.Projected!, at, errors, allowNonLocalTokenPaths);
                break;
            case "persistentVolumeClaim":
                errors.Present(at.Child("claimName"), volume.PersistentVolumeClaim!.ClaimName);
                break;
            case "ephemeral":
                ValidateEphemeral(volume, podName, path, errors);
                break;
            default:
                break;
        }
    }

    private static void ValidateEphemeral(Volume volume, string? podName, FieldPath path, FieldErrors errors)
    {
        var template = path.Child("ephemeral").Child("volumeClaimTemplate");
        if (volume.Ephemeral!.VolumeClaimTemplate is { } claim)
        {
            ClaimTemplateValidation.Validate(claim, template, errors);
        }
        else
        {
            errors.Required(template);
        }

        if (podName is not null && volume.Name.Length > 0)
        {
            var name = podName + "-" + volume.Name;
            errors.AllInvalid(path.Child("name"), volume.Name, [.. NameRules.Subdomain(name, false).Select(reason => $"PVC name \"{name}\": {reason}")]);
        }
    }
}
