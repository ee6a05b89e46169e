using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Validation;

namespace ActorKube.Api.AutoscalingV2;

internal static class HorizontalPodAutoscalerValidation
{
    private static readonly FieldPath Spec = FieldPath.Of("spec");
    private static readonly FieldPath Status = FieldPath.Of("status");

    /// <summary>An autoscaler that was stored with a minimum of zero may keep it.</summary>
    public static void ValidateUpdate(HorizontalPodAutoscaler next, HorizontalPodAutoscaler previous, FieldErrors errors) =>
        Validate(next.Spec, errors, previous.Spec.MinReplicas == 0 ? 0 : 1);

    /// <param name="lowestMinimum">Least that minReplicas may be.</param>
    public static void Validate(HorizontalPodAutoscalerSpec spec, FieldErrors errors, int lowestMinimum)
    {
        var max = Spec.Child("maxReplicas");
        if (spec.MinReplicas < lowestMinimum)
        {
            errors.Invalid(Spec.Child("minReplicas"), spec.MinReplicas, $"must be greater than or equal to {lowestMinimum}");
        }

        if (spec.MaxReplicas < 1)
        {
            errors.Invalid(max, spec.MaxReplicas, "must be greater than 0");
        }

        if (spec.MaxReplicas < spec.MinReplicas)
        {
            errors.Invalid(max, spec.MaxReplicas, "must be greater than or equal to `minReplicas`");
        }

        ValidateReference(spec.ScaleTargetRef, Spec.Child("scaleTargetRef"), errors);
        MetricValidation.Validate(spec, Spec.Child("metrics"), errors);
        ScalingRulesValidation.Validate(spec.Behavior?.ScaleUp, Spec.Child("behavior").Child("scaleUp"), errors);
        ScalingRulesValidation.Validate(spec.Behavior?.ScaleDown, Spec.Child("behavior").Child("scaleDown"), errors);
    }

    public static void ValidateStatus(HorizontalPodAutoscalerStatus status, FieldErrors errors)
    {
        if (status.CurrentReplicas < 0)
        {
            errors.Invalid(Status.Child("currentReplicas"), status.CurrentReplicas, "must be greater than or equal to 0");
        }

        if (status.DesiredReplicas < 0)
        {
            errors.Invalid(Status.Child("desiredReplicas"), status.DesiredReplicas, "must be greater than or equal to 0");
        }
    }

    public static void ValidateReference(CrossVersionObjectReference reference, FieldPath path, FieldErrors errors)
    {
        ValidateSegment(reference.Kind, path.Child("kind"), "", errors);
        ValidateSegment(reference.Name, path.Child("name"), "", errors);
    }

    /// <param name="required">What is said of an empty value.</param>
    public static void ValidateSegment(string value, FieldPath path, string required, FieldErrors errors)
    {
        if (value.Length == 0)
        {
            errors.Required(path, required);
        }
        else
        {
            errors.InvalidAll(path, value, Identifiers.PathSegment(value));
        }
    }
}
