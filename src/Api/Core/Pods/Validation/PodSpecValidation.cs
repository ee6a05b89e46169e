using ActorKube.Api.Errors;

namespace ActorKube.Api.Core;

/// <summary>Everything that a pod specification has to satisfy, wherever it stands.</summary>
public static class PodSpecValidation
{
    /// <param name="path">Where the specification is: <c>spec</c> of a pod, <c>spec.template.spec</c> of a workload.</param>
    public static void Validate(PodSpec spec, FieldPath path, FieldErrors errors, PodSpecRules rules)
    {
        if (spec.Containers is not { Count: > 0 })
        {
            errors.Required(path.Child("containers"));
        }
    }
}
