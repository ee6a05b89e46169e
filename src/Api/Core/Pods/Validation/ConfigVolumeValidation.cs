using ActorKube.Api.Errors;

namespace ActorKube.Api.Core;

/// <summary>Volumes whose files come from the cluster, and paths of the host.</summary>
internal static class ConfigVolumeValidation
{
    public static void Validate(HostPathVolumeSource source, FieldPath path, FieldErrors errors)
    {
        if (errors.Present(path.Child("path"), source.Path))
        {
            errors.NoBacksteps(path.Child("path"), source.Path);
            errors.OneOfOrEmpty(path.Child("type"), source.Type,
                "", "BlockDevice", "CharDevice", "Directory", "DirectoryOrCreate", "File", "FileOrCreate", "Socket");
        }
    }

    /// <summary>Files of a ConfigMap or Secret.</summary>
    public static void Validate(int? mode, IReadOnlyList<KeyToPath>? items, FieldPath path, FieldErrors errors)
    {
        errors.FileMode(path.Child("defaultMode"), mode);
        for (var i = 0; i < items.OrEmpty().Count; i++)
        {
            Validate(items![i], path.Child("items").Index(i), errors);
        }
    }

    public static void Validate(KeyToPath item, FieldPath path, FieldErrors errors)
    {
        errors.Present(path.Child("key"), item.Key);
        errors.Present(path.Child("path"), item.Path);
        errors.NonReservedPath(path.Child("path"), item.Path);
        errors.FileMode(path.Child("mode"), item.Mode);
    }

    public static void Validate(DownwardAPIVolumeSource source, FieldPath path, FieldErrors errors)
    {
        errors.FileMode(path.Child("defaultMode"), source.DefaultMode);
        foreach (var file in source.Items.OrEmpty())
        {
            // The errors name the volume, not the file.
            Validate(file, path, errors);
        }
    }

    public static void Validate(DownwardAPIVolumeFile file, FieldPath path, FieldErrors errors)
    {
        errors.Present(path.Child("path"), file.Path);
        errors.NonReservedPath(path.Child("path"), file.Path);
        switch (file)
        {
            case { FieldRef: { } field }:
                FieldReferenceValidation.Validate(field, FieldReferenceValidation.VolumeFields, path.Child("fieldRef"), errors);
                if (file.ResourceFieldRef is not null)
                {
                    errors.Invalid(path, "resource", "fieldRef and resourceFieldRef can not be specified simultaneously");
                }

                break;
            case { ResourceFieldRef: { } resource }:
                FieldReferenceValidation.Validate(resource, path.Child("resourceFieldRef"), errors, inVolume: true);
                break;
            default:
                errors.Required(path, "one of fieldRef and resourceFieldRef is required");
                break;
        }

        errors.FileMode(path.Child("mode"), file.Mode);
    }
}
