using ActorKube.Api.Errors;

namespace ActorKube.Api.Apps;

internal static class ReplicaSetValidation
{
    private static readonly FieldPath Spec = FieldPath.Of("spec");

    public static void Validate(ReplicaSet value, FieldErrors errors) => Validate(value, null, errors);

    public static void ValidateUpdate(ReplicaSet next, ReplicaSet previous, FieldErrors errors)
    {
        // Kubernetes checks the specification twice here, and clients see its errors twice.
        Validate(next, previous, errors);
        Validate(next, previous, errors);
        SelectorRules.Immutable(next.Spec.Selector, previous.Spec.Selector, Spec, errors);
    }

    public static void ValidateStatusUpdate(ReplicaSet next, ReplicaSet previous, FieldErrors errors)
    {
        var status = next.Status;
        ReplicaStatusRules.Validate(
            new(status.Replicas, status.FullyLabeledReplicas, status.ReadyReplicas, status.AvailableReplicas, status.ObservedGeneration), errors);
    }

    private static void Validate(ReplicaSet value, ReplicaSet? previous, FieldErrors errors)
    {
        var spec = value.Spec;
        FieldRules.NonNegative(spec.Replicas, Spec.Child("replicas"), errors);
        FieldRules.NonNegative(spec.MinReadySeconds, Spec.Child("minReadySeconds"), errors);

        // The message says deployment for ReplicaSets too.
        if (SelectorRules.Validate(spec.Selector, Spec, errors, "deployment", "invalid label selector") is { } selector)
        {
            TemplateRules.OfReplicaSet(selector, spec.Template, previous?.Spec.Template, Spec.Child("template"), errors);
        }
    }
}
