using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Quantities;
using ActorKube.Api.Selectors;
using ActorKube.Api.Serialization;

namespace ActorKube.Api.Apps;

internal static class StatefulSetValidation
{
    private static readonly FieldPath Spec = FieldPath.Of("spec");

    public static void Validate(StatefulSet value, FieldErrors errors) => Validate(value, null, errors);

    public static void ValidateUpdate(StatefulSet next, StatefulSet previous, FieldErrors errors)
    {
        Validate(next, previous, errors);
        var allowed = previous.Spec with
        {
            Replicas = next.Spec.Replicas,
            Template = next.Spec.Template,
            UpdateStrategy = next.Spec.UpdateStrategy,
            MinReadySeconds = next.Spec.MinReadySeconds,
            Ordinals = next.Spec.Ordinals,
            PersistentVolumeClaimRetentionPolicy = next.Spec.PersistentVolumeClaimRetentionPolicy,
        };
        if (!ApiEquality.Same(next.Spec, allowed))
        {
            errors.Forbidden(Spec, "updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', 'updateStrategy', "
                + "'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden");
        }
    }

    private static void Validate(StatefulSet value, StatefulSet? previous, FieldErrors errors)
    {
        var spec = value.Spec;
        if (spec.PodManagementPolicy is not (PodManagementPolicies.OrderedReady or PodManagementPolicies.Parallel))
        {
            errors.Invalid(Spec.Child("podManagementPolicy"), spec.PodManagementPolicy, "must be 'OrderedReady' or 'Parallel'");
        }

        Strategy(spec.UpdateStrategy, Spec.Child("updateStrategy"), errors);
        Retention(spec.PersistentVolumeClaimRetentionPolicy, Spec.Child("persistentVolumeClaimRetentionPolicy"), errors);
        FieldRules.NonNegative(spec.Replicas, Spec.Child("replicas"), errors);
        FieldRules.NonNegative(spec.MinReadySeconds, Spec.Child("minReadySeconds"), errors);
        FieldRules.NonNegative(spec.Ordinals?.Start, Spec.Child("ordinals.start"), errors);
        var template = Spec.Child("template");
        if (SelectorRules.Validate(spec.Selector, Spec, errors, "statefulset", "") is { } selector)
        {
            Template(selector, spec.Template, previous?.Spec.Template, template, errors);
        }

        TemplateRules.NeverEnds(spec.Template, template, errors, "StatefulSet");
    }

    /// <summary>
    /// Labels and annotations only: mounts may name volumes that come from the claim templates, so the pods themselves are checked
    /// when they are made.
    /// </summary>
    private static void Template(LabelQuery selector, PodTemplateSpec template, PodTemplateSpec? previous, FieldPath path, FieldErrors errors)
    {
        var keepsBadCost = previous?.Metadata.Annotations?.TryGetValue(PodAnnotationValidation.DeletionCost, out var cost) is true
            && !PodAnnotationValidation.IsDeletionCost(cost);
        TemplateRules.Matches(selector, template, path, errors);
        LabelValidation.Validate(template.Metadata.Labels, path.Child("labels"), errors);
        AnnotationValidation.Validate(template.Metadata.Annotations, path.Child("annotations"), errors);
        PodAnnotationValidation.Validate(template.Metadata.Annotations, template.Spec, path.Child("annotations"), errors, keepsBadCost);
    }

    private static void Strategy(StatefulSetUpdateStrategy strategy, FieldPath path, FieldErrors errors)
    {
        var rolling = path.Child("rollingUpdate");
        switch (strategy)
        {
            case { Type: UpdateStrategies.RollingUpdate }:
                FieldRules.NonNegative(strategy.RollingUpdate?.Partition, rolling.Child("partition"), errors);
                MaxUnavailable(strategy.RollingUpdate?.MaxUnavailable, rolling.Child("maxUnavailable"), errors);
                break;
            case { Type: UpdateStrategies.OnDelete, RollingUpdate: { } settings }:
                errors.Invalid(rolling, Literal(settings), "only allowed for updateStrategy 'RollingUpdate'");
                break;
            case { Type: UpdateStrategies.OnDelete }:
                break;
            default:
                errors.Invalid(path, Literal(strategy), "must be 'RollingUpdate' or 'OnDelete'");
                break;
        }
    }

    private static void MaxUnavailable(IntOrString? most, FieldPath path, FieldErrors errors)
    {
        if (most is not { } value)
        {
            return;
        }

        FieldRules.NonNegativeOrPercent(value, path, errors);
        if (FieldRules.Amount(value) == 0)
        {
            errors.Invalid(path, GoText.Of(value), "cannot be 0");
        }

        FieldRules.AtMost100Percent(value, path, errors);
    }

    private static void Retention(StatefulSetPersistentVolumeClaimRetentionPolicy? policy, FieldPath path, FieldErrors errors)
    {
        Retention(policy?.WhenDeleted, path.Child("whenDeleted"), errors);
        Retention(policy?.WhenScaled, path.Child("whenScaled"), errors);
    }

    private static void Retention(string? policy, FieldPath path, FieldErrors errors)
    {
        if (policy is not (null or ClaimRetentionPolicies.Retain or ClaimRetentionPolicies.Delete))
        {
            errors.NotSupported(path, policy, [ClaimRetentionPolicies.Retain, ClaimRetentionPolicies.Delete]);
        }
    }

    private static GoText Literal(RollingUpdateStatefulSetStrategy rolling) =>
        new($"apps.RollingUpdateStatefulSetStrategy{{Partition:{rolling.Partition ?? 0}, MaxUnavailable:(*intstr.IntOrString)(nil)}}");

    private static GoText Literal(StatefulSetUpdateStrategy strategy) => new(
        $"apps.StatefulSetUpdateStrategy{{Type:{GoText.Quote(strategy.Type)}, "
            + $"RollingUpdate:{GoText.Pointer("apps.RollingUpdateStatefulSetStrategy", strategy.RollingUpdate)}}}");
}
