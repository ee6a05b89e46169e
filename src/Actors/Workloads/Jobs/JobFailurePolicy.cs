using ActorKube.Api.Batch;
using ActorKube.Api.Core;

namespace ActorKube.Actors.Workloads.Jobs;

/// <summary>What a Job's rules say of a failed pod.</summary>
/// <param name="Action">The action of the first rule that matches; null for none.</param>
/// <param name="Message">Why the Job is to fail; null if it is not.</param>
internal readonly record struct FailureJudgement(string? Action = null, string? Message = null)
{
    /// <summary>It counts towards the limits.</summary>
    public bool Counts => Action != FailurePolicyActions.Ignore;

    public bool FailsIndex => Action == FailurePolicyActions.FailIndex;
}

/// <summary>
/// Applies <c>podFailurePolicy</c>: the first rule that matches decides. Follows <c>kubernetes.io/docs/concepts/workloads/controllers/job#pod-failure-policy</c>.
/// </summary>
internal static class JobFailurePolicy
{
    public static FailureJudgement Judge(PodFailurePolicy? policy, JobPod pod)
    {
        if (policy is null)
        {
            return default;
        }

        var value = pod.Value;
        for (var i = 0; i < policy.Rules?.Count; i++)
        {
            var rule = policy.Rules[i];
            if (Match(rule, value) is { } cause)
            {
                return new FailureJudgement(rule.Action, rule.Action == FailurePolicyActions.FailJob ? $"{cause} matching {rule.Action} rule at index {i}" : null);
            }
        }

        return default;
    }

    /// <summary>What the rule found, in words; null if it does not match.</summary>
    private static string? Match(PodFailurePolicyRule rule, Pod pod)
    {
        var name = $"{pod.Metadata.Namespace}/{pod.Metadata.Name}";
        if (rule.OnExitCodes is { } codes)
        {
            return (Container(pod.Status.ContainerStatuses, codes) ?? Container(pod.Status.InitContainerStatuses, codes)) is { } container
                ? $"Container {container.Name} for pod {name} failed with exit code {container.State!.Terminated!.ExitCode}"
                : null;
        }

        return pod.Status.Conditions?.FirstOrDefault(c => rule.OnPodConditions?.Any(p => p.Type == c.Type && p.Status == c.Status) == true) is { } condition
            ? $"Pod {name} has condition {condition.Type}"
            : null;
    }

    private static ContainerStatus? Container(IReadOnlyList<ContainerStatus>? statuses, PodFailurePolicyOnExitCodesRequirement codes) => statuses?.FirstOrDefault(s =>
        (codes.ContainerName is null || codes.ContainerName == s.Name)
        && s.State?.Terminated?.ExitCode is { } code and not 0
        && (codes.Values?.Contains(code) ?? false) == (codes.Operator == ExitCodeOperators.In));
}
