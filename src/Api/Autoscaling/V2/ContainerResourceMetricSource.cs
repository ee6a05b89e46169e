using ActorKube.Api.Schema;

namespace ActorKube.Api.AutoscalingV2;

/// <summary>Resource of one container, averaged over the Pods; leaves sidecars out of the calculation.</summary>
[ApiType("io.k8s.api.autoscaling.v2.ContainerResourceMetricSource")]
public sealed partial record ContainerResourceMetricSource
{
    /// <summary>Resource to measure, <c>cpu</c> or <c>memory</c>.</summary>
    [Field(1, Required = true)]
    public string Name { get; init; } = "";

    /// <summary>Use to aim at, by percent of the request or by amount per Pod.</summary>
    [Field(2, Required = true)]
    public MetricTarget Target { get; init; } = new();

    /// <summary>Name of the container in the Pods that is measured.</summary>
    [Field(3, Required = true)]
    public string Container { get; init; } = "";
}
