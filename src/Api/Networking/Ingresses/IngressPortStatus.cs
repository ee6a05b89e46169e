using ActorKube.Api.Schema;

namespace ActorKube.Api.Networking;

/// <summary>State of one port at which an Ingress takes traffic.</summary>
[ApiType("io.k8s.api.networking.v1.IngressPortStatus")]
public sealed partial record IngressPortStatus
{
    /// <summary>Number of the port at the load balancer.</summary>
    [Field(1, Required = true, Always = true)]
    public int Port { get; init; }

    /// <summary>Protocol of the port: <c>TCP</c>, <c>UDP</c> or <c>SCTP</c>.</summary>
    [Field(2, Required = true, Enum = ["SCTP", "TCP", "UDP"])]
    public string Protocol { get; init; } = "";

    /// <summary>Cause of a problem with the port, as CamelCase or with a domain in front (<c>example.com/Reason</c>).</summary>
    [Field(3, KeepEmpty = true)]
    public string? Error { get; init; }
}
