using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.AutoscalingV2;

/// <summary>Names a metric, and narrows it by labels of its series.</summary>
[ApiType("io.k8s.api.autoscaling.v2.MetricIdentifier")]
public sealed partial record MetricIdentifier
{
    /// <summary>Name of the metric as the metrics server knows it.</summary>
    [Field(1, Required = true)]
    public string Name { get; init; } = "";

    /// <summary>Labels to narrow the metric, handed to the metrics server; by the name alone when absent.</summary>
    [Field(2)]
    public LabelSelector? Selector { get; init; }
}
