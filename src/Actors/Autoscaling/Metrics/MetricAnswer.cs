using ActorKube.Api.Metrics;

namespace ActorKube.Actors.Autoscaling.Metrics;

/// <summary>What was answered when an autoscaler asked for one of its metrics.</summary>
internal abstract record MetricAnswer
{
    /// <param name="Message">What the API that has it said.</param>
    public sealed record Failed(string Message) : MetricAnswer;

    /// <summary>What pods use: those of the whole cluster, or at least those of the autoscaler's namespace.</summary>
    public sealed record Usage(IReadOnlyList<NodeReading> Nodes) : MetricAnswer;

    /// <summary>A number of each pod, by its name.</summary>
    public sealed record PerPod(IReadOnlyDictionary<string, PodValue> Values) : MetricAnswer;

    /// <summary>Numbers that belong to no pod, in thousandths.</summary>
    public sealed record Numbers(IReadOnlyList<long> Milli) : MetricAnswer;
}
