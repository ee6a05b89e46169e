using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Selectors;

namespace ActorKube.Api.Apps;

/// <summary>What workloads demand of their pod templates besides what <see cref="PodTemplateValidation"/> checks.</summary>
internal static class TemplateRules
{
    /// <summary>The selector has to find the pods that the template makes.</summary>
    public static void Matches(LabelQuery selector, PodTemplateSpec template, FieldPath path, FieldErrors errors)
    {
        if (!selector.Matches(template.Metadata.Labels))
        {
            errors.Invalid(path.Child("metadata").Child("labels"), GoText.Of(template.Metadata.Labels), "`selector` does not match template `labels`");
        }
    }

    /// <summary>The template of a ReplicaSet, or of what makes ReplicaSets.</summary>
    public static void OfReplicaSet(LabelQuery selector, PodTemplateSpec template, PodTemplateSpec? previous, FieldPath path, FieldErrors errors)
    {
        Matches(selector, template, path, errors);
        PodTemplateValidation.Validate(template, path, errors, previous);
        NeverEnds(template, path, errors, "ReplicaSet");
    }

    /// <summary>Pods of a workload that never ends: always restarted, and with no deadline.</summary>
    /// <param name="kind">Kind that the message names.</param>
    public static void NeverEnds(PodTemplateSpec template, FieldPath path, FieldErrors errors, string kind)
    {
        var spec = path.Child("spec");
        if (template.Spec.RestartPolicy != RestartPolicies.Always)
        {
            errors.NotSupported(spec.Child("restartPolicy"), template.Spec.RestartPolicy ?? "", [RestartPolicies.Always]);
        }

        if (template.Spec.ActiveDeadlineSeconds is not null)
        {
            errors.Forbidden(spec.Child("activeDeadlineSeconds"), $"activeDeadlineSeconds in {kind} is not Supported");
        }
    }
}
