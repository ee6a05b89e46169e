using ActorKube.Api.Schema;

namespace ActorKube.Api.AutoscalingV2;

[ApiType("io.k8s.api.autoscaling.v2.ResourceMetricSource")]
public sealed partial record ResourceMetricSource
{
    [Field(1, Required = true)]
    public string Name { get; init; } = "";

    [Field(2, Required = true)]
    public MetricTarget Target { get; init; } = new();
}
