using ActorKube.Api.Schema;

namespace ActorKube.Api.Networking;

/// <summary>Points at which a load balancer takes traffic for an Ingress.</summary>
[ApiType("io.k8s.api.networking.v1.IngressLoadBalancerStatus")]
public sealed partial record IngressLoadBalancerStatus
{
    /// <summary>Points at which it takes traffic; empty while there is none.</summary>
    [Field(1, List = ListType.Atomic)]
    public IReadOnlyList<IngressLoadBalancerIngress>? Ingress { get; init; }
}
