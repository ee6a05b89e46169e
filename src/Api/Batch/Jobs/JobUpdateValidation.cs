using ActorKube.Api.Apps;
using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;

namespace ActorKube.Api.Batch;

/// <summary>What may change of a Job: how much of it runs at a time, its deadlines, and whether it runs at all.</summary>
internal static class JobUpdateValidation
{
    private static readonly FieldPath Path = FieldPath.Of("spec");

    public static void Validate(Job next, Job previous, FieldErrors errors)
    {
        var (spec, old) = (next.Spec, previous.Spec);

        // Kubernetes checks the specification twice here, and clients see its errors twice.
        JobValidation.Validate(next, previous, errors);
        JobValidation.ValidateSpec(spec, old, errors);
        Completions(spec, old, errors);
        SelectorRules.Immutable(spec.Selector, old.Selector, Path, errors);
        var template = IsStartable(previous) ? WithScheduling(old.Template, spec.Template) : old.Template;
        FieldRules.Immutable(spec.Template, template, Path.Child("template"), errors);
        errors.Immutable(Path.Child("completionMode"), spec.CompletionMode, old.CompletionMode);
        FieldRules.Immutable(spec.PodFailurePolicy, old.PodFailurePolicy, Path.Child("podFailurePolicy"), errors);
        errors.Immutable(Path.Child("backoffLimitPerIndex"), spec.BackoffLimitPerIndex, old.BackoffLimitPerIndex);
        errors.Immutable(Path.Child("managedBy"), spec.ManagedBy, old.ManagedBy);
        FieldRules.Immutable(spec.SuccessPolicy, old.SuccessPolicy, Path.Child("successPolicy"), errors);
    }

    /// <summary>An indexed job is scaled by changing completions and parallelism together.</summary>
    private static void Completions(JobSpec next, JobSpec previous, FieldErrors errors)
    {
        var path = Path.Child("completions");
        if (!next.IsIndexed())
        {
            errors.Immutable(path, next.Completions, previous.Completions);
        }
        else if (next.Completions is { } completions && completions != previous.Completions && completions != next.Parallelism)
        {
            errors.Invalid(path, completions, "can only be modified in tandem with spec.parallelism");
        }
    }

    /// <summary>Where pods go may change until the first of them could have gone somewhere.</summary>
    private static bool IsStartable(Job previous) => previous is { Spec.Suspend: true, Status.StartTime: null };

    /// <summary>The previous template with what an update may change of it: only differences in the rest count.</summary>
    private static PodTemplateSpec WithScheduling(PodTemplateSpec previous, PodTemplateSpec next) => previous with
    {
        Metadata = previous.Metadata with { Labels = next.Metadata.Labels, Annotations = next.Metadata.Annotations },
        Spec = previous.Spec with
        {
            NodeSelector = next.Spec.NodeSelector,
            Tolerations = next.Spec.Tolerations,
            SchedulingGates = next.Spec.SchedulingGates,
            Affinity = WithNodeAffinity(previous.Spec.Affinity, next.Spec.Affinity),
        },
    };

    private static Affinity? WithNodeAffinity(Affinity? previous, Affinity? next) => (previous, next) switch
    {
        (null, null) => null,
        (null, { } added) => new() { NodeAffinity = added.NodeAffinity },
        ({ PodAffinity: null, PodAntiAffinity: null }, null) => null,
        ({ } kept, _) => kept with { NodeAffinity = next?.NodeAffinity },
    };
}
