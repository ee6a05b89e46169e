using ActorKube.Api.Schema;

namespace ActorKube.Api.AutoscalingV2;

[ApiType("io.k8s.api.autoscaling.v2.PodsMetricSource")]
public sealed partial record PodsMetricSource
{
    [Field(1, Required = true)]
    public MetricIdentifier Metric { get; init; } = new();

    [Field(2, Required = true)]
    public MetricTarget Target { get; init; } = new();
}
