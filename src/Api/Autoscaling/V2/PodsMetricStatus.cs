using ActorKube.Api.Schema;

namespace ActorKube.Api.AutoscalingV2;

/// <summary>Average of a metric over the Pods at the last look.</summary>
[ApiType("io.k8s.api.autoscaling.v2.PodsMetricStatus")]
public sealed partial record PodsMetricStatus
{
    /// <summary>The metric, by its name and a selector of its series.</summary>
    [Field(1, Required = true)]
    public MetricIdentifier Metric { get; init; } = new();

    /// <summary>Average over the Pods at the last look.</summary>
    [Field(2, Required = true)]
    public MetricValueStatus Current { get; init; } = new();
}
