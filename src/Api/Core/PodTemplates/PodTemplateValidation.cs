using ActorKube.Api.Errors;

namespace ActorKube.Api.Core;

/// <summary>What the pod template of a workload has to satisfy, but for what the workload itself demands (labels, restart policy).</summary>
public static class PodTemplateValidation
{
    /// <param name="path">Where the template is: <c>spec.template</c>.</param>
    /// <param name="previous">The template before an update: what it already had wrong in ways that older versions let in may stay. Null for a new one.</param>
    public static void Validate(PodTemplateSpec template, FieldPath path, FieldErrors errors, PodTemplateSpec? previous = null) =>
        PodSpecValidation.Validate(template.Spec, path.Child("spec"), errors, PodSpecRules.Template);
}
