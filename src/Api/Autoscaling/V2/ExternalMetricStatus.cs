using ActorKube.Api.Schema;

namespace ActorKube.Api.AutoscalingV2;

/// <summary>Value of a metric from outside the cluster at the last look.</summary>
[ApiType("io.k8s.api.autoscaling.v2.ExternalMetricStatus")]
public sealed partial record ExternalMetricStatus
{
    /// <summary>The metric, by its name and a selector of its series.</summary>
    [Field(1, Required = true)]
    public MetricIdentifier Metric { get; init; } = new();

    /// <summary>Value at the last look, in total or per Pod.</summary>
    [Field(2, Required = true)]
    public MetricValueStatus Current { get; init; } = new();
}
