using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Stable address and name for a changing set of Pods.</summary>
[ApiType("io.k8s.api.core.v1.Service")]
public sealed partial record Service : IApiObject
{
    /// <summary>The kind of this object, <c>Service</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of this object, <c>v1</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Name, namespace, labels, annotations and bookkeeping of the object.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>Which Pods stand behind the Service, and how it is reached.</summary>
    [Field(2)]
    public ServiceSpec Spec { get; init; } = new();

    /// <summary>Load balancer and conditions; written through the <c>status</c> subresource.</summary>
    [Field(3)]
    public ServiceStatus Status { get; init; } = new();
}
