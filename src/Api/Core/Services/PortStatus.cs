using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>State of one port at the load balancer.</summary>
[ApiType("io.k8s.api.core.v1.PortStatus")]
public sealed partial record PortStatus
{
    /// <summary>Number of the Service's port that this is about.</summary>
    [Field(1, Required = true, Always = true)]
    public int Port { get; init; }

    /// <summary>Protocol of that port: <c>TCP</c>, <c>UDP</c> or <c>SCTP</c>.</summary>
    [Field(2, Required = true, Enum = ["SCTP", "TCP", "UDP"])]
    public string Protocol { get; init; } = "";

    /// <summary>Cause of a problem with the port, as CamelCase or with a domain in front (<c>example.com/Reason</c>).</summary>
    [Field(3, KeepEmpty = true)]
    public string? Error { get; init; }
}
