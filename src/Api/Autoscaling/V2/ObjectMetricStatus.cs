using ActorKube.Api.Schema;

namespace ActorKube.Api.AutoscalingV2;

/// <summary>Value of an object's metric at the last look.</summary>
[ApiType("io.k8s.api.autoscaling.v2.ObjectMetricStatus")]
public sealed partial record ObjectMetricStatus
{
    /// <summary>The metric, by its name and a selector of its series.</summary>
    [Field(1, Required = true)]
    public MetricIdentifier Metric { get; init; } = new();

    /// <summary>Value at the last look, in total or per Pod.</summary>
    [Field(2, Required = true)]
    public MetricValueStatus Current { get; init; } = new();

    /// <summary>Object that has the metric, in the autoscaler's namespace.</summary>
    [Field(3, Required = true)]
    public CrossVersionObjectReference DescribedObject { get; init; } = new();
}
