using ActorKube.Api.Schema;

namespace ActorKube.Api.Networking;

[ApiType("io.k8s.api.networking.v1.IngressStatus")]
public sealed partial record IngressStatus
{
    [Field(1)]
    public IngressLoadBalancerStatus LoadBalancer { get; init; } = new();
}
