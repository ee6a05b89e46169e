using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Quantities;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Core;

/// <summary>Claims: modes, size, class and source.</summary>
internal static class PersistentVolumeClaimValidation
{
    /// <param name="previous">The claim as it was, whose old mistakes are forgiven; null for a new one.</param>
    public static void Validate(PersistentVolumeClaim claim, PersistentVolumeClaim? previous, FieldErrors errors) =>
        Validate(claim.Spec, previous?.Spec, FieldPath.Of("spec"), errors);

    /// <inheritdoc cref="Validate(PersistentVolumeClaim, PersistentVolumeClaim?, FieldErrors)"/>
    /// <param name="spec">What is claimed, by a claim or by a template of one.</param>
    public static void Validate(PersistentVolumeClaimSpec spec, PersistentVolumeClaimSpec? previous, FieldPath path, FieldErrors errors)
    {
        if (spec.AccessModes is null or { Count: 0 })
        {
            errors.Required(path.Child("accessModes"), "at least 1 access mode is required");
        }

        LabelSelectorValidation.Validate(
            spec.Selector, path.Child("selector"), errors, allowInvalidValues: previous?.Selector is { } old && LabelSelectorValidation.IsInvalid(old));
        StorageNames.ValidateAccessModes(spec.AccessModes.OrEmpty(), path.Child("accessModes"), errors);
        ValidateSize(spec.Resources.Requests.OrEmpty(), path.Child("resources").Key(ResourceNames.Storage), errors);
        if (!string.IsNullOrEmpty(spec.StorageClassName))
        {
            errors.InvalidAll(path.Child("storageClassName"), spec.StorageClassName, DnsNames.Subdomain(spec.StorageClassName));
        }

        StorageNames.ValidateVolumeMode(spec.VolumeMode, path.Child("volumeMode"), errors);
        ValidateSources(spec, path, previous is { DataSource.ApiGroup: not null } or { DataSourceRef.ApiGroup: not null }, errors);
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

    private static void ValidateSources(PersistentVolumeClaimSpec spec, FieldPath path, bool allowInvalidGroup, FieldErrors errors)
    {
        if (spec.DataSource is { } source)
        {
            ValidateSource(source.ApiGroup, source.Kind, source.Name, path.Child("dataSource"), allowInvalidGroup, errors);
        }

        if (spec.DataSourceRef is not { } reference)
        {
            return;
        }

        var referencePath = path.Child("dataSourceRef");
        ValidateSource(reference.ApiGroup, reference.Kind, reference.Name, referencePath, allowInvalidGroup, errors);
        var elsewhere = !string.IsNullOrEmpty(reference.Namespace);
        if (elsewhere)
        {
            errors.InvalidAll(referencePath.Child("namespace"), reference.Namespace!, DnsNames.Label(reference.Namespace!));
        }

        if (spec.DataSource is { } both && (elsewhere || (both.ApiGroup, both.Kind, both.Name) != (reference.ApiGroup, reference.Kind, reference.Name)))
        {
            // Kubernetes shows the path where the value was meant.
            errors.Invalid(
                path, new GoText($"field.Path{{name:\"dataSource\", index:\"\", parent:{GoText.Pointer("field.Path", path)}}}"),
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
