using ActorKube.Api.AutoscalingV2;

namespace ActorKube.Actors.Autoscaling.Replicas;

/// <summary>What one metric asks for.</summary>
internal abstract record ScaleProposal
{
    /// <param name="Metric">The metric in words.</param>
    /// <param name="Status">What it was found to be.</param>
    public sealed record Found(int Replicas, string Metric, MetricStatus Status) : ScaleProposal;

    /// <param name="Reason">Of the event and the condition.</param>
    /// <param name="Message">What is wrong.</param>
    /// <param name="Summary">The same as it is quoted where all metrics are spoken of.</param>
    public sealed record None(string Reason, string Message, string Summary) : ScaleProposal;
}

/// <summary>What a metric is compared with.</summary>
/// <param name="Wanted">spec.replicas of what is scaled.</param>
/// <param name="Present">Its status.replicas.</param>
/// <param name="Pods">Its pods.</param>
internal sealed record ScaleSubject(string Namespace, int Wanted, int Present, IReadOnlyList<Api.Core.Pod> Pods, AutoscalingOptions Options, DateTimeOffset Now);
