using ActorKube.Api.Schema;

namespace ActorKube.Api.AutoscalingV2;

/// <summary>Metric of something outside the cluster, such as the length of a queue.</summary>
[ApiType("io.k8s.api.autoscaling.v2.ExternalMetricSource")]
public sealed partial record ExternalMetricSource
{
    /// <summary>The metric, by its name and a selector of its series.</summary>
    [Field(1, Required = true)]
    public MetricIdentifier Metric { get; init; } = new();

    /// <summary>Value to aim at, in total or per Pod; of type <c>Value</c> or <c>AverageValue</c>.</summary>
    [Field(2, Required = true)]
    public MetricTarget Target { get; init; } = new();
}
