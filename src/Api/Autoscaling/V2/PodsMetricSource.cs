using ActorKube.Api.Schema;

namespace ActorKube.Api.AutoscalingV2;

/// <summary>Metric of each Pod, averaged before it is compared, such as requests per second.</summary>
[ApiType("io.k8s.api.autoscaling.v2.PodsMetricSource")]
public sealed partial record PodsMetricSource
{
    /// <summary>The metric, by its name and a selector of its series.</summary>
    [Field(1, Required = true)]
    public MetricIdentifier Metric { get; init; } = new();

    /// <summary>Average to aim at; <c>AverageValue</c> is the only type for it.</summary>
    [Field(2, Required = true)]
    public MetricTarget Target { get; init; } = new();
}
