using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>One point at which a load balancer takes traffic.</summary>
[ApiType("io.k8s.api.core.v1.LoadBalancerIngress")]
public sealed partial record LoadBalancerIngress
{
    /// <summary>Its IP address, if it is known by address.</summary>
    [Field(1)]
    public string? Ip { get; init; }

    /// <summary>Its host name, if it is known by name.</summary>
    [Field(2)]
    public string? Hostname { get; init; }

    /// <summary><c>VIP</c>: packets arrive with the balancer's address; <c>Proxy</c>: with the node's or Pod's. Only with <c>ip</c>.</summary>
    [Field(3, KeepEmpty = true)]
    public string? IpMode { get; init; }

    /// <summary>Ports of the Service and their state at the balancer.</summary>
    [Field(4, List = ListType.Atomic)]
    public IReadOnlyList<PortStatus>? Ports { get; init; }
}
