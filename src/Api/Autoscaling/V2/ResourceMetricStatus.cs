using ActorKube.Api.Schema;

namespace ActorKube.Api.AutoscalingV2;

[ApiType("io.k8s.api.autoscaling.v2.ResourceMetricStatus")]
public sealed partial record ResourceMetricStatus
{
    [Field(1, Required = true)]
    public string Name { get; init; } = "";

    [Field(2, Required = true)]
    public MetricValueStatus Current { get; init; } = new();
}
