using ActorKube.Api.Schema;

namespace ActorKube.Api.Discovery;

/// <summary>Port that all endpoints of a slice offer.</summary>
[ApiType("io.k8s.api.discovery.v1.EndpointPort", Atomic = true)]
public sealed partial record EndpointPort
{
    /// <summary>Name of the port as in the Service, unique in the slice; may be empty.</summary>
    [Field(1, KeepEmpty = true)]
    public string? Name { get; init; }

    /// <summary><c>TCP</c>, <c>UDP</c> or <c>SCTP</c>; when absent, <c>TCP</c>.</summary>
    [Field(2, KeepEmpty = true, Enum = ["SCTP", "TCP", "UDP"])]
    public string? Protocol { get; init; }

    /// <summary>Number of the port; absent stands for all ports, or whatever the consumer makes of it.</summary>
    [Field(3)]
    public int? Port { get; init; }

    /// <summary>Protocol spoken above it, such as <c>http</c> or <c>kubernetes.io/h2c</c>; a hint for proxies.</summary>
    [Field(4, KeepEmpty = true)]
    public string? AppProtocol { get; init; }
}
