using ActorKube.Api.Schema;

namespace ActorKube.Api.Networking;

/// <summary>Addresses at which an Ingress can be reached.</summary>
[ApiType("io.k8s.api.networking.v1.IngressStatus")]
public sealed partial record IngressStatus
{
    /// <summary>Points at which traffic for the Ingress is taken.</summary>
    [Field(1)]
    public IngressLoadBalancerStatus LoadBalancer { get; init; } = new();
}
