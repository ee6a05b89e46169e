using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Core;

/// <summary>Sources of persistent volumes; those that pods have in the same form are checked by the rules for pods.</summary>
internal static class PersistentVolumeSourceValidation
{
    public static void Validate(PersistentVolumeSpec spec, string volumeName, FieldPath path, FieldErrors errors)
    {
        var names = PersistentVolumeSources.Names(spec).ToList();
        if (names.Count == 0)
        {
            errors.Required(path, "must specify a volume type");
        }

        for (var i = 0; i < names.Count; i++)
        {
            // Kubernetes never counted this one.
            if (i == 0 || names[i] == "flexVolume")
            {
                Validate(spec, names[i], volumeName, path, errors);
            }
            else
            {
                errors.Forbidden(path.Child(names[i]), "may not specify more than 1 volume type");
            }
        }
    }

    private static void Validate(PersistentVolumeSpec spec, string source, string volumeName, FieldPath path, FieldErrors errors)
    {
        var at = path.Child(source);
        switch (source)
        {
            case "hostPath":
                ConfigVolumeValidation.Validate(spec.HostPath!, at, errors);
                break;
            case "local":
                ValidateLocal(spec, path, errors);
                break;
            case "glusterfs":
                ValidateGlusterfs(spec.Glusterfs!, at, errors);
                break;
            case "iscsi":
                IscsiVolumeValidation.Validate(spec.Iscsi!, volumeName, at, errors);
                break;
            case "cinder":
                errors.Present(at.Child("volumeID"), spec.Cinder!.VolumeID);
                ValidateReference(spec.Cinder.SecretRef is { } secret ? (secret.Name, secret.Namespace) : null, at.Child("secretRef"), errors);
                break;
            case "azureFile":
                ValidateAzureFile(spec.AzureFile!, at, errors);
                break;
            case "csi":
                CsiVolumeValidation.Validate(spec.Csi!, at, errors);
                break;
            default:
                StorageVolumeValidation.Validate(PersistentVolumeSources.AsVolume(spec), source, path, errors);
                break;
        }

        if (source == "storageos" && spec.Storageos!.SecretRef is { } reference)
        {
            ValidateReference((reference.Name, reference.Namespace), at.Child("secretRef"), errors);
        }
    }

    private static void ValidateLocal(PersistentVolumeSpec spec, FieldPath path, FieldErrors errors)
    {
        var at = path.Child("local").Child("path");
        if (errors.Present(at, spec.Local!.Path))
        {
            errors.NoBacksteps(at, spec.Local.Path);
        }

        if (spec.NodeAffinity is null)
        {
            errors.Required(path.Child("nodeAffinity"), "Local volume requires node affinity");
        }
    }

    private static void ValidateGlusterfs(GlusterfsPersistentVolumeSource source, FieldPath path, FieldErrors errors)
    {
        errors.Present(path.Child("endpoints"), source.Endpoints);
        errors.Present(path.Child("path"), source.Path);
        switch (source.EndpointsNamespace)
        {
            case null:
                break;
            case "":
                errors.Invalid(path.Child("endpointsNamespace"), "", "if the endpointnamespace is set, it must be a valid namespace name");
                break;
            case var name:
                errors.InvalidAll(path.Child("endpointsNamespace"), name, DnsNames.Label(name));
                break;
        }
    }

    private static void ValidateAzureFile(AzureFilePersistentVolumeSource source, FieldPath path, FieldErrors errors)
    {
        errors.Present(path.Child("secretName"), source.SecretName);
        errors.Present(path.Child("shareName"), source.ShareName);
        if (source.SecretNamespace is "")
        {
            errors.Required(path.Child("secretNamespace"));
        }
    }

    private static void ValidateReference((string? Name, string? Namespace)? reference, FieldPath path, FieldErrors errors)
    {
        if (reference is { } given)
        {
            errors.Present(path.Child("name"), given.Name);
            errors.Present(path.Child("namespace"), given.Namespace);
        }
    }
}
