using ActorKube.Api.Schema;

namespace ActorKube.Api.Networking;

/// <summary>One point at which the Ingress takes traffic.</summary>
[ApiType("io.k8s.api.networking.v1.IngressLoadBalancerIngress")]
public sealed partial record IngressLoadBalancerIngress
{
    /// <summary>Its IP address, if it is known by address.</summary>
    [Field(1)]
    public string? Ip { get; init; }

    /// <summary>Its host name, if it is known by name.</summary>
    [Field(2)]
    public string? Hostname { get; init; }

    /// <summary>Ports that are open at this point, and their state.</summary>
    [Field(4, List = ListType.Atomic)]
    public IReadOnlyList<IngressPortStatus>? Ports { get; init; }
}
