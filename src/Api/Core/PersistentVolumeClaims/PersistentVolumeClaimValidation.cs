using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Quantities;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Core;

/// <summary>Claims: modes, size, class and source.</summary>
internal static class PersistentVolumeClaimValidation
{
    private static readonly FieldPath Path = FieldPath.Of("spec");

    /// <param name="previous">The claim as it was, whose old mistakes are forgiven; null for a new one.</param>
    public static void Validate(PersistentVolumeClaim claim, PersistentVolumeClaim? previous, FieldErrors errors)
    {
        var spec = claim.Spec;
        if (spec.AccessModes is null or { Count: 0 })
        {
            errors.Required(Path.Child("accessModes"), "at least 1 access mode is required");
        }

        LabelSelectorValidation.Validate(
            spec.Selector, Path.Child("selector"), errors, allowInvalidValues: previous?.Spec.Selector is { } old && LabelSelectorValidation.IsInvalid(old));
        StorageNames.ValidateAccessModes(spec.AccessModes.OrEmpty(), Path.Child("accessModes"), errors);
        ValidateSize(spec.Resources.Requests.OrEmpty(), Path.Child("resources").Key(ResourceNames.Storage), errors);
        if (!string.IsNullOrEmpty(spec.StorageClassName))
        {
            errors.InvalidAll(Path.Child("storageClassName"), spec.StorageClassName, DnsNames.Subdomain(spec.StorageClassName));
        }

        StorageNames.ValidateVolumeMode(spec.VolumeMode, Path.Child("volumeMode"), errors);
        ValidateSources(spec, previous?.Spec is { DataSource.ApiGroup: not null } or { DataSourceRef.ApiGroup: not null }, errors);
    }

    private static void ValidateSize(IReadOnlyDictionary<string, Quantity> requests, FieldPath path, FieldErrors errors)
    {
        if (!requests.TryGetValue(ResourceNames.Storage, out var size))
        {
            errors.Required(path);
        }
        else if (size.Sign <= 0)
        {
            errors.Invalid(path, size.ToString(), "must be greater than zero");
        }
    }

    private static void ValidateSources(PersistentVolumeClaimSpec spec, bool allowInvalidGroup, FieldErrors errors)
    {
        if (spec.DataSource is { } source)
        {
            ValidateSource(source.ApiGroup, source.Kind, source.Name, Path.Child("dataSource"), allowInvalidGroup, errors);
        }

        if (spec.DataSourceRef is not { } reference)
        {
            return;
        }

        var path = Path.Child("dataSourceRef");
        ValidateSource(reference.ApiGroup, reference.Kind, reference.Name, path, allowInvalidGroup, errors);
        var elsewhere = !string.IsNullOrEmpty(reference.Namespace);
        if (elsewhere)
        {
            errors.InvalidAll(path.Child("namespace"), reference.Namespace!, DnsNames.Label(reference.Namespace!));
        }

        if (spec.DataSource is { } both && (elsewhere || (both.ApiGroup, both.Kind, both.Name) != (reference.ApiGroup, reference.Kind, reference.Name)))
        {
            // Kubernetes shows the path where the value was meant.
            errors.Invalid(
                Path, new GoText($"field.Path{{name:\"dataSource\", index:\"\", parent:{GoText.Pointer("field.Path", Path)}}}"),
                elsewhere ? "may not be specified when dataSourceRef.namespace is specified" : "must match dataSourceRef");
        }
    }

    private static void ValidateSource(string? group, string kind, string name, FieldPath path, bool allowInvalidGroup, FieldErrors errors)
    {
        errors.Present(path.Child("name"), name);
        errors.Present(path.Child("kind"), kind);
        if (string.IsNullOrEmpty(group))
        {
            if (kind != "PersistentVolumeClaim")
            {
                errors.Invalid(path, kind, "must be 'PersistentVolumeClaim' when referencing the default apiGroup");
            }
        }
        else if (!allowInvalidGroup)
        {
            errors.InvalidAll(path.Child("apiGroup"), group, DnsNames.Subdomain(group));
        }
    }
}
