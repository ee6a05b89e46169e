using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Discovery;

/// <summary>Part of the endpoints of a Service, which the label <c>kubernetes.io/service-name</c> names.</summary>
[ApiType("io.k8s.api.discovery.v1.EndpointSlice")]
public sealed partial record EndpointSlice : IApiObject
{
    /// <summary>The kind of this object, <c>EndpointSlice</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of this object, <c>discovery.k8s.io/v1</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Name, namespace, labels, annotations and bookkeeping of the object.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary><c>IPv4</c>, <c>IPv6</c> or <c>FQDN</c>; the same for all endpoints. Immutable.</summary>
    [Field(4, Required = true, Enum = ["FQDN", "IPv4", "IPv6"])]
    public string AddressType { get; init; } = "";

    /// <summary>The endpoints, at most 1000; 100 by default.</summary>
    [Field(2, Required = true, Always = true, List = ListType.Atomic)]
    public IReadOnlyList<Endpoint>? Endpoints { get; init; }

    /// <summary>Ports that every endpoint offers, at most 100; empty means that none is known.</summary>
    [Field(3, Always = true, List = ListType.Atomic)]
    public IReadOnlyList<EndpointPort>? Ports { get; init; }
}
