using ActorKube.Api.Schema;

namespace ActorKube.Api.AutoscalingV2;

/// <summary>How much of a resource the Pods used at the last look.</summary>
[ApiType("io.k8s.api.autoscaling.v2.ResourceMetricStatus")]
public sealed partial record ResourceMetricStatus
{
    /// <summary>Resource that was measured, <c>cpu</c> or <c>memory</c>.</summary>
    [Field(1, Required = true)]
    public string Name { get; init; } = "";

    /// <summary>Use at the last look, averaged over the Pods.</summary>
    [Field(2, Required = true)]
    public MetricValueStatus Current { get; init; } = new();
}
