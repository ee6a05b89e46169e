using ActorKube.Api.Schema;

namespace ActorKube.Api.AutoscalingV2;

/// <summary>Use of a resource by one container of the Pods.</summary>
[ApiType("io.k8s.api.autoscaling.v2.ContainerResourceMetricStatus")]
public sealed partial record ContainerResourceMetricStatus
{
    /// <summary>Resource that was measured, <c>cpu</c> or <c>memory</c>.</summary>
    [Field(1, Required = true)]
    public string Name { get; init; } = "";

    /// <summary>Use at the last look, averaged over the Pods.</summary>
    [Field(2, Required = true)]
    public MetricValueStatus Current { get; init; } = new();

    /// <summary>Name of the container in the Pods that was measured.</summary>
    [Field(3, Required = true)]
    public string Container { get; init; } = "";
}
