using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Quantities;
using ActorKube.Api.Serialization;

namespace ActorKube.Api.Core;

/// <summary>What may change of a claim: its volume and its class once, its size upwards when it is bound, and back down to what it has.</summary>
internal static class PersistentVolumeClaimUpdateValidation
{
    private const string Bound = "Bound";

    private static readonly FieldPath Path = FieldPath.Of("spec");

    public static void Validate(PersistentVolumeClaim next, PersistentVolumeClaim previous, FieldErrors errors)
    {
        // Kubernetes runs the checks of a new claim twice, and reports what they find twice.
        for (var i = 0; i < 2; i++)
        {
            ObjectMetaValidation.ValidateCreate(next.Metadata, PersistentVolumeClaimKind.Kind, errors);
            PersistentVolumeClaimValidation.Validate(next, previous, errors);
        }

        var old = PersistentVolumeClaimDefaults.Normalized(previous.Spec);
        var allowed = WithAllowedChanges(next, previous, old, errors);
        if (!Same(allowed, old))
        {
            errors.Forbidden(
                Path,
                $"spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims\n- {ObjectText.Of(old)}\n+ {ObjectText.Of(next.Spec)}");
        }

        var (size, oldSize) = (Storage(next.Spec.Resources.Requests), Storage(old.Resources.Requests));
        if (size < oldSize && size <= Storage(previous.Status.Capacity))
        {
            errors.Forbidden(Path.Child("resources").Child("requests").Child("storage"), "field can not be less than status.capacity");
        }

        errors.Immutable(FieldPath.Of("volumeMode"), next.Spec.VolumeMode, old.VolumeMode);
        ValidateAttributesClass(next.Spec.VolumeAttributesClassName, old.VolumeAttributesClassName, errors);
    }

    /// <summary>The new specification with the changes that are allowed taken back, to be compared with the old one.</summary>
    private static PersistentVolumeClaimSpec WithAllowedChanges(PersistentVolumeClaim next, PersistentVolumeClaim previous, PersistentVolumeClaimSpec old, FieldErrors errors)
    {
        var spec = next.Spec;
        if (string.IsNullOrEmpty(old.VolumeName))
        {
            spec = spec with { VolumeName = old.VolumeName };
        }

        spec = WithAllowedClass(spec, next.Metadata, previous.Metadata, old, errors);
        if (next.Status.Phase != Bound)
        {
            return spec;
        }

        if (spec.Resources.Requests is { } requests)
        {
            spec = spec with
            {
                Resources = spec.Resources with
                {
                    Requests = new Dictionary<string, Quantity>(requests, StringComparer.Ordinal) { [ResourceNames.Storage] = Storage(old.Resources.Requests) },
                },
            };
        }

        return spec.VolumeAttributesClassName is null ? spec : spec with { VolumeAttributesClassName = old.VolumeAttributesClassName };
    }

    private static PersistentVolumeClaimSpec WithAllowedClass(
        PersistentVolumeClaimSpec spec, ObjectMeta meta, ObjectMeta oldMeta, PersistentVolumeClaimSpec old, FieldErrors errors)
    {
        var annotation = meta.Annotations?.GetValueOrDefault(StorageNames.ClassAnnotation);
        var oldAnnotation = oldMeta.Annotations?.GetValueOrDefault(StorageNames.ClassAnnotation);
        var movesToField = oldAnnotation is not null && old.StorageClassName is null && spec.StorageClassName == oldAnnotation
            && (annotation is null || annotation == oldAnnotation);
        if (movesToField)
        {
            return spec with { StorageClassName = null };
        }

        errors.Immutable(FieldPath.Of("metadata").Child("annotations").Child(StorageNames.ClassAnnotation), annotation ?? "", oldAnnotation ?? "");
        return old.StorageClassName is null && spec.StorageClassName is not null && (oldAnnotation is null || spec.StorageClassName == oldAnnotation)
            ? spec with { StorageClassName = null } : spec;
    }

    private static void ValidateAttributesClass(string? next, string? previous, FieldErrors errors)
    {
        if (next == previous)
        {
            return;
        }

        var path = Path.Child("volumeAttributesClassName");
        errors.Forbidden(path, "update is forbidden when the VolumeAttributesClass feature gate is disabled");
        if (string.IsNullOrEmpty(next))
        {
            errors.Forbidden(path, next is null ? "update from non-nil value to nil is forbidden" : "update from non-nil value to an empty string is forbidden");
        }
    }

    /// <summary>Amounts are compared as numbers.</summary>
    private static bool Same(PersistentVolumeClaimSpec a, PersistentVolumeClaimSpec b) =>
        Same(a.Resources.Requests, b.Resources.Requests) && Same(a.Resources.Limits, b.Resources.Limits)
        && ApiEquality.Same(a with { Resources = new() }, b with { Resources = new() });

    private static bool Same(IReadOnlyDictionary<string, Quantity>? a, IReadOnlyDictionary<string, Quantity>? b) =>
        a.OrEmpty().Count == b.OrEmpty().Count && a.OrEmpty().All(e => b.OrEmpty().TryGetValue(e.Key, out var amount) && amount == e.Value);

    private static Quantity Storage(IReadOnlyDictionary<string, Quantity>? amounts) => amounts?.GetValueOrDefault(ResourceNames.Storage) ?? default;
}
