using ActorKube.Api.Core;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Discovery;

/// <summary>One backend of a Service, usually a Pod.</summary>
[ApiType("io.k8s.api.discovery.v1.Endpoint")]
public sealed partial record Endpoint
{
    /// <summary>Addresses of the backend, of the slice's type, 1 to 100; consumers may use only the first.</summary>
    [Field(1, Required = true, Always = true, List = ListType.Set)]
    public IReadOnlyList<string>? Addresses { get; init; }

    /// <summary>Whether the backend should get traffic, and whether it is ending.</summary>
    [Field(2)]
    public EndpointConditions Conditions { get; init; } = new();

    /// <summary>Host name, for DNS records below a headless Service. A DNS label; several endpoints may share it.</summary>
    [Field(3, KeepEmpty = true)]
    public string? Hostname { get; init; }

    /// <summary>Object that gives the address, usually a Pod.</summary>
    [Field(4)]
    public ObjectReference? TargetRef { get; init; }

    /// <summary>Topology labels from before version 1; only read.</summary>
    [Field(5)]
    public IReadOnlyDictionary<string, string>? DeprecatedTopology { get; init; }

    /// <summary>Node that hosts the backend; lets proxies prefer local ones.</summary>
    [Field(6, KeepEmpty = true)]
    public string? NodeName { get; init; }

    /// <summary>Zone that the backend is in, as its node's label says.</summary>
    [Field(7, KeepEmpty = true)]
    public string? Zone { get; init; }

    /// <summary>Clients that should use this backend, by zone; proxies without zone awareness ignore it.</summary>
    [Field(8)]
    public EndpointHints? Hints { get; init; }
}
