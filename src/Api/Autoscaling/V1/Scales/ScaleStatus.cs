using ActorKube.Api.Schema;

namespace ActorKube.Api.AutoscalingV1;

[ApiType("io.k8s.api.autoscaling.v1.ScaleStatus")]
public sealed partial record ScaleStatus
{
    [Field(1, Required = true, Always = true)]
    public int Replicas { get; init; }

    [Field(2)]
    public string? Selector { get; init; }
}
