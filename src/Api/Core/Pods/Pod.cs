using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Group of containers that run together on one node with a shared network and volumes. The smallest unit that is scheduled.</summary>
[ApiType("io.k8s.api.core.v1.Pod")]
public sealed partial record Pod : IApiObject
{
    /// <summary>The kind of this object, <c>Pod</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of this object, <c>v1</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Name, namespace, labels, annotations and bookkeeping of the object.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>The wanted containers, volumes and placement; mostly immutable once created.</summary>
    [Field(2)]
    public PodSpec Spec { get; init; } = new();

    /// <summary>
    /// What the node and the control plane last observed. It may lag while the node is out of reach; written through the <c>status</c> subresource.
    /// </summary>
    [Field(3)]
    public PodStatus Status { get; init; } = new();
}
