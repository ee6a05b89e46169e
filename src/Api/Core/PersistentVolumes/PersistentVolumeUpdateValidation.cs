using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Serialization;

namespace ActorKube.Api.Core;

/// <summary>What may change of a persistent volume: not its source, its mode, or the nodes that reach it.</summary>
internal static class PersistentVolumeUpdateValidation
{
    /// <summary>Labels that became part of the API under another name.</summary>
    private static readonly Dictionary<string, string> Renamed = new()
    {
        ["beta.kubernetes.io/arch"] = "kubernetes.io/arch",
        ["beta.kubernetes.io/os"] = "kubernetes.io/os",
        ["failure-domain.beta.kubernetes.io/region"] = "topology.kubernetes.io/region",
        ["failure-domain.beta.kubernetes.io/zone"] = "topology.kubernetes.io/zone",
        ["beta.kubernetes.io/instance-type"] = "node.kubernetes.io/instance-type",
    };

    public static void Validate(PersistentVolume next, PersistentVolume previous, FieldErrors errors)
    {
        // Kubernetes runs the checks of a new volume twice, and reports what they find twice.
        ObjectMetaValidation.ValidateCreate(next.Metadata, PersistentVolumeKind.Kind, errors);
        PersistentVolumeValidation.Validate(next, errors);
        ObjectMetaValidation.ValidateCreate(next.Metadata, PersistentVolumeKind.Kind, errors);
        PersistentVolumeValidation.ValidateSpec(next, errors);

        var (source, old) = (PersistentVolumeSources.Only(WithoutNewSecret(next.Spec, previous.Spec)), PersistentVolumeSources.Only(previous.Spec));
        if (!ApiEquality.Same(source, old))
        {
            errors.Forbidden(
                FieldPath.Of("spec").Child("persistentvolumesource"),
                $"spec.persistentvolumesource is immutable after creation\n- {ObjectText.Of(old)}\n+ {ObjectText.Of(source)}");
        }

        errors.Immutable(FieldPath.Of("volumeMode"), next.Spec.VolumeMode, previous.Spec.VolumeMode);
        if (previous.Spec.NodeAffinity is { } affinity && !ApiEquality.Same(Renewed(affinity, next.Spec.NodeAffinity), next.Spec.NodeAffinity))
        {
            errors.Invalid(
                FieldPath.Of("nodeAffinity"), next.Spec.NodeAffinity is { } shown ? ObjectText.Of(shown) : "null",
                FieldErrorsExtensions.ImmutableMessage + ", except for updating from beta label to GA");
        }

        if (next.Spec.VolumeAttributesClassName != previous.Spec.VolumeAttributesClassName)
        {
            ValidateAttributesClass(next.Spec.VolumeAttributesClassName, errors);
        }
    }

    private static void ValidateAttributesClass(string? name, FieldErrors errors)
    {
        var path = FieldPath.Of("spec").Child("volumeAttributesClassName");
        errors.Forbidden(path, "update is forbidden when the VolumeAttributesClass feature gate is disabled");
        if (name is null)
        {
            errors.Forbidden(path, "update from non-nil value to nil is forbidden");
        }
    }

    /// <summary>The secret of expansion may be added later.</summary>
    private static PersistentVolumeSpec WithoutNewSecret(PersistentVolumeSpec next, PersistentVolumeSpec previous) =>
        next.Csi is { ControllerExpandSecretRef: not null } csi && previous.Csi is { ControllerExpandSecretRef: null }
            ? next with { Csi = csi with { ControllerExpandSecretRef = null } } : next;

    /// <summary>The old affinity with the labels that the new one gives by their newer names.</summary>
    private static VolumeNodeAffinity Renewed(VolumeNodeAffinity old, VolumeNodeAffinity? next) =>
        old.Required?.NodeSelectorTerms is not { } terms || next?.Required?.NodeSelectorTerms is not { } nextTerms || terms.Count != nextTerms.Count ? old : old with
        {
            Required = old.Required with
            {
                NodeSelectorTerms = [.. terms.Zip(nextTerms, static (a, b) => a with { MatchExpressions = Renewed(a.MatchExpressions, b.MatchExpressions) })],
            },
        };

    private static IReadOnlyList<NodeSelectorRequirement>? Renewed(IReadOnlyList<NodeSelectorRequirement>? old, IReadOnlyList<NodeSelectorRequirement>? next) =>
        old is null || next is null || old.Count != next.Count
            ? old : [.. old.Zip(next, static (a, b) => Renamed.GetValueOrDefault(a.Key) == b.Key ? a with { Key = b.Key } : a)];
}
