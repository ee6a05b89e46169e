using ActorKube.Api.Schema;

namespace ActorKube.Api.AutoscalingV2;

/// <summary>Resource of the Pods, all containers together, compared with what they request.</summary>
[ApiType("io.k8s.api.autoscaling.v2.ResourceMetricSource")]
public sealed partial record ResourceMetricSource
{
    /// <summary>Resource to measure, <c>cpu</c> or <c>memory</c>.</summary>
    [Field(1, Required = true)]
    public string Name { get; init; } = "";

    /// <summary>Use to aim at, by percent of the request or by amount per Pod.</summary>
    [Field(2, Required = true)]
    public MetricTarget Target { get; init; } = new();
}
