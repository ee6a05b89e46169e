using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>One port that all addresses of a subset offer.</summary>
[ApiType("io.k8s.api.core.v1.EndpointPort", Atomic = true)]
public sealed partial record EndpointPort
{
    /// <summary>Name of the port as in the Service; may be empty if there is only one.</summary>
    [Field(1)]
    public string? Name { get; init; }

    /// <summary>Number of the port at the addresses.</summary>
    [Field(2, Required = true, Always = true)]
    public int Port { get; init; }

    /// <summary><c>TCP</c>, <c>UDP</c> or <c>SCTP</c>; when absent, <c>TCP</c>.</summary>
    [Field(3, Enum = ["SCTP", "TCP", "UDP"])]
    public string? Protocol { get; init; }

    /// <summary>Protocol spoken above it, such as <c>http</c> or <c>kubernetes.io/h2c</c>; a hint for proxies.</summary>
    [Field(4, KeepEmpty = true)]
    public string? AppProtocol { get; init; }
}
