using ActorKube.Api.Schema;

namespace ActorKube.Api.Networking;

[ApiType("io.k8s.api.networking.v1.IngressLoadBalancerStatus")]
public sealed partial record IngressLoadBalancerStatus
{
    [Field(1, List = ListType.Atomic)]
    public IReadOnlyList<IngressLoadBalancerIngress>? Ingress { get; init; }
}
