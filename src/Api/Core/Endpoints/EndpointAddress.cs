using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>One address that serves a Service, with what is known of its origin.</summary>
[ApiType("io.k8s.api.core.v1.EndpointAddress", Atomic = true)]
public sealed partial record EndpointAddress
{
    /// <summary>IP address; not a loopback, link-local or multicast one.</summary>
    [Field(1, Required = true)]
    public string Ip { get; init; } = "";

    /// <summary>Host name of the endpoint, for DNS records below a headless Service.</summary>
    [Field(3)]
    public string? Hostname { get; init; }

    /// <summary>Node that hosts the endpoint; lets proxies prefer local ones.</summary>
    [Field(4, KeepEmpty = true)]
    public string? NodeName { get; init; }

    /// <summary>Object that gives the address, usually a Pod.</summary>
    [Field(2)]
    public ObjectReference? TargetRef { get; init; }
}
