using ActorKube.Api.Schema;

namespace ActorKube.Api.AutoscalingV1;

[ApiType("io.k8s.api.autoscaling.v1.ScaleSpec")]
public sealed partial record ScaleSpec
{
    [Field(1)]
    public int Replicas { get; init; }
}
