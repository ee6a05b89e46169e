using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Addresses behind a Service, in one object of its name. Older form of EndpointSlice, cut at 1000 addresses.</summary>
[ApiType("io.k8s.api.core.v1.Endpoints")]
public sealed partial record Endpoints : IApiObject
{
    /// <summary>The kind of this object, <c>Endpoints</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of this object, <c>v1</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Name, namespace, labels, annotations and bookkeeping of the object.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>Groups of addresses with their ports; their union is the set of endpoints.</summary>
    [Field(2, List = ListType.Atomic)]
    public IReadOnlyList<EndpointSubset>? Subsets { get; init; }
}
