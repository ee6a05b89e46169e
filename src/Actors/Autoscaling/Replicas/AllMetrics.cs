using System.Collections.Immutable;
using ActorKube.Actors.Autoscaling.Metrics;
using ActorKube.Api.AutoscalingV2;

namespace ActorKube.Actors.Autoscaling.Replicas;

/// <summary>What all metrics of an autoscaler ask for together: the most that one of them does.</summary>
/// <param name="Replicas">Null when that can't be said: all failed, or some did and the others ask for fewer pods than there are.</param>
/// <param name="Metric">The one that decided, in words.</param>
/// <param name="Statuses">One for each metric; those that failed are empty.</param>
/// <param name="Failures">Those that failed, in their order.</param>
internal sealed record AllMetrics(int? Replicas, string Metric, IReadOnlyList<MetricStatus> Statuses, ImmutableArray<ScaleProposal.None> Failures)
{
    /// <summary>Why they can't be said.</summary>
    public string Summary => $"invalid metrics ({Failures.Length} invalid out of {Statuses.Count}), first error is: {Failures[0].Summary}";

    public static AllMetrics Of(IReadOnlyList<MetricSpec> metrics, ImmutableArray<MetricAnswer> answers, ScaleSubject subject)
    {
        var proposals = metrics.Select((m, i) => MetricProposals.Of(m, answers[i], subject)).ToList();
        var failures = proposals.OfType<ScaleProposal.None>().ToImmutableArray();
        MetricStatus[] statuses = [.. proposals.Select(static p => p is ScaleProposal.Found found ? found.Status : new MetricStatus())];
        var most = proposals.OfType<ScaleProposal.Found>().MaxBy(static p => p.Replicas);
        var isKnown = most is not null && (failures.IsEmpty || most.Replicas >= subject.Wanted);
        return new AllMetrics(isKnown ? most!.Replicas : null, most?.Metric ?? "", statuses, failures);
    }
}
