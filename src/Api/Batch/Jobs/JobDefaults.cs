using ActorKube.Api.Core;

namespace ActorKube.Api.Batch;

internal static class JobDefaults
{
    private const int Retries = 6;

    public static Job Apply(Job value)
    {
        var spec = value.Spec;
        var failurePolicy = FailurePolicy(spec.PodFailurePolicy);
        return value with
        {
            // A job without labels gets those that its template came with.
            Metadata = value.Metadata is { Labels: null or { Count: 0 } } && spec.Template.Metadata.Labels is { } labels
                ? value.Metadata with { Labels = labels }
                : value.Metadata,
            Spec = spec with
            {
                Completions = spec.Completions ?? (spec.Parallelism is null ? 1 : null),
                Parallelism = spec.Parallelism ?? 1,

                // Retries are counted per index, or for the job as a whole.
                BackoffLimit = spec.BackoffLimit ?? (spec.BackoffLimitPerIndex is null ? Retries : int.MaxValue),
                CompletionMode = spec.CompletionMode ?? CompletionModes.NonIndexed,
                Suspend = spec.Suspend ?? false,
                PodFailurePolicy = failurePolicy,
                PodReplacementPolicy = spec.PodReplacementPolicy
                    ?? (failurePolicy is null ? PodReplacementPolicies.TerminatingOrFailed : PodReplacementPolicies.Failed),
                ManualSelector = spec.ManualSelector ?? false,
                Template = PodTemplateDefaults.Apply(spec.Template),
            },
        };
    }

    /// <summary>A pattern that names no status means True.</summary>
    private static PodFailurePolicy? FailurePolicy(PodFailurePolicy? policy) => policy is null ? null : policy with
    {
        Rules = policy.Rules.Each(static rule => rule with
        {
            OnPodConditions = rule.OnPodConditions.Each(static p => p.Status.Length == 0 ? p with { Status = ConditionStatus.True } : p),
        }),
    };
}
