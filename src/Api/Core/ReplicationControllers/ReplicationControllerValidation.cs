using ActorKube.Api.Apps;
using ActorKube.Api.Errors;
using ActorKube.Api.Selectors;

namespace ActorKube.Api.Core;

internal static class ReplicationControllerValidation
{
    private static readonly FieldPath Spec = FieldPath.Of("spec");

    public static void Validate(ReplicationController value, FieldErrors errors) => Validate(value, null, errors);

    public static void ValidateUpdate(ReplicationController next, ReplicationController previous, FieldErrors errors)
    {
        // Kubernetes checks the specification twice here, and clients see its errors twice.
        Validate(next, previous, errors);
        Validate(next, previous, errors);
    }

    public static void ValidateStatusUpdate(ReplicationController next, ReplicationController previous, FieldErrors errors)
    {
        var status = next.Status;
        ReplicaStatusRules.Validate(
            new(status.Replicas, status.FullyLabeledReplicas, status.ReadyReplicas, status.AvailableReplicas, status.ObservedGeneration), errors);
    }

    private static void Validate(ReplicationController value, ReplicationController? previous, FieldErrors errors)
    {
        var (spec, path) = (value.Spec, Spec.Child("template"));
        FieldRules.NonNegative(spec.MinReadySeconds, Spec.Child("minReadySeconds"), errors);
        if (spec.Selector is not { Count: > 0 })
        {
            errors.Required(Spec.Child("selector"));
        }

        FieldRules.NonNegative(spec.Replicas, Spec.Child("replicas"), errors);
        if (spec.Template is not { } template)
        {
            errors.Required(path);
            return;
        }

        TemplateRules.Matches(LabelQuery.FromLabels(spec.Selector.OrEmpty()), template, path, errors);
        PodTemplateValidation.Validate(template, path, errors, previous?.Spec.Template);
        TemplateRules.NeverEnds(template, path, errors, "ReplicationController");
    }
}
