using ActorKube.Api.Schema;

namespace ActorKube.Api.AutoscalingV2;

/// <summary>Metric of one object that isn't a Pod, such as requests per second of an Ingress.</summary>
[ApiType("io.k8s.api.autoscaling.v2.ObjectMetricSource")]
public sealed partial record ObjectMetricSource
{
    /// <summary>Object that has the metric, in the autoscaler's namespace.</summary>
    [Field(1, Required = true)]
    public CrossVersionObjectReference DescribedObject { get; init; } = new();

    /// <summary>Value to aim at, in total or divided by the number of Pods.</summary>
    [Field(2, Required = true)]
    public MetricTarget Target { get; init; } = new();

    /// <summary>The metric, by its name and a selector of its series.</summary>
    [Field(3, Required = true)]
    public MetricIdentifier Metric { get; init; } = new();
}
