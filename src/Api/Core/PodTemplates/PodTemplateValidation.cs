using ActorKube.Api.Errors;
using ActorKube.Api.Meta;

namespace ActorKube.Api.Core;

/// <summary>What the pod template of a workload has to satisfy, but for what the workload itself demands (its selector, the restart policy).</summary>
public static class PodTemplateValidation
{
    /// <param name="path">Where the template is: <c>spec.template</c>.</param>
    /// <param name="previous">The template before an update: what it already has may stay where a new one would be refused. Null for a new one.</param>
    public static void Validate(PodTemplateSpec template, FieldPath path, FieldErrors errors, PodTemplateSpec? previous = null)
    {
        var (metadata, spec, at) = (template.Metadata, template.Spec, path.Child("spec"));
        var rules = previous is null ? PodSpecRules.Template : PodSpecRules.Template.After(previous.Spec, previous.Metadata.Annotations);

        // Metadata is left out of these paths: so clients have always been told.
        LabelValidation.Validate(metadata.Labels, path.Child("labels"), errors);
        AnnotationValidation.Validate(metadata.Annotations, path.Child("annotations"), errors);
        PodAnnotationValidation.Validate(metadata.Annotations, spec, path.Child("annotations"), errors, rules.AllowInvalidDeletionCost);
        PodSpecValidation.Validate(spec, at, errors, rules);
        ProfileAnnotations.ValidateMatch(metadata.Annotations, spec, at, errors);
        if (spec.EphemeralContainers.OrEmpty().Count > 0)
        {
            errors.Forbidden(at.Child("ephemeralContainers"), "ephemeral containers not allowed in pod template");
        }
    }
}
