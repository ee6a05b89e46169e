using ActorKube.Api.Errors;

namespace ActorKube.Api.AutoscalingV1;

/// <summary>The checks of a write to any kind's <c>/scale</c>.</summary>
public static class ScaleValidation
{
    public static void Validate(Scale scale, FieldErrors errors)
    {
        if (scale.Spec.Replicas < 0)
        {
            errors.Invalid(FieldPath.Of("spec").Child("replicas"), scale.Spec.Replicas, "must be greater than or equal to 0");
        }
    }
}
