using ActorKube.Api.Errors;

namespace ActorKube.Api.Core;

/// <summary>Volumes put together from several sources, whose files must not collide.</summary>
internal static class ProjectedVolumeValidation
{
    // Seconds.
    private const long MinTokenExpiration = 600;
    private const long MaxTokenExpiration = 1L << 32;

    public static void Validate(ProjectedVolumeSource volume, FieldPath path, FieldErrors errors, bool allowNonLocalTokenPaths)
    {
        errors.FileMode(path.Child("defaultMode"), volume.DefaultMode);
        var (sources, paths) = (volume.Sources.OrEmpty(), new HashSet<string>(StringComparer.Ordinal));
        for (var i = 0; i < sources.Count; i++)
        {
            var (source, at) = (sources[i], path.Child("sources").Index(i));
            if (source.Secret is { } secret)
            {
                ValidateItems(secret.Name, secret.Items, at.Child("secret"), path, errors, paths);
            }

            if (source.ConfigMap is { } map)
            {
                ValidateItems(map.Name, map.Items, at.Child("configMap"), path, errors, paths);
            }

            foreach (var file in source.DownwardAPI?.Items.OrEmpty() ?? [])
            {
                ConfigVolumeValidation.Validate(file, at.Child("downwardAPI"), errors);
                Unique(file.Path, file.Path, path, errors, paths);
            }

            if (source.ServiceAccountToken is { } token)
            {
                ValidateToken(token, at.Child("serviceAccountToken").Child("expirationSeconds"), path.Child("path"), errors, allowNonLocalTokenPaths);
            }

            if (new object?[] { source.Secret, source.ConfigMap, source.DownwardAPI, source.ServiceAccountToken }.Count(static s => s is not null) > 1)
            {
                errors.Forbidden(at, "may not specify more than 1 volume type per source");
            }
        }
    }

    private static void ValidateItems(string? name, IReadOnlyList<KeyToPath>? items, FieldPath path, FieldPath volume, FieldErrors errors, HashSet<string> paths)
    {
        errors.Present(path.Child("name"), name);
        for (var i = 0; i < items.OrEmpty().Count; i++)
        {
            ConfigVolumeValidation.Validate(items![i], path.Child("items").Index(i), errors);
            Unique(items[i].Path, name ?? "", volume, errors, paths);
        }
    }

    private static void ValidateToken(ServiceAccountTokenProjection token, FieldPath expiration, FieldPath path, FieldErrors errors, bool allowNonLocalPaths)
    {
        if (token.ExpirationSeconds is < MinTokenExpiration or null)
        {
            errors.Invalid(expiration, token.ExpirationSeconds ?? 0, "may not specify a duration less than 10 minutes");
        }
        else if (token.ExpirationSeconds > MaxTokenExpiration)
        {
            errors.Invalid(expiration, token.ExpirationSeconds, "may not specify a duration larger than 2^32 seconds");
        }

        if (errors.Present(path, token.Path) && !allowNonLocalPaths)
        {
            errors.NonReservedPath(path, token.Path);
        }
    }

    private static void Unique(string file, string shown, FieldPath volume, FieldErrors errors, HashSet<string> paths)
    {
        if (file.Length > 0 && !paths.Add(file))
        {
            errors.Invalid(volume, shown, "conflicting duplicate paths");
        }
    }
}
