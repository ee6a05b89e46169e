using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Assigns a Pod to a node; schedulers post it to the Pod's <c>binding</c> subresource.</summary>
[ApiType("io.k8s.api.core.v1.Binding")]
public sealed partial record Binding : IApiObject
{
    /// <summary>The kind of this object, <c>Binding</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of this object, <c>v1</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Name, namespace, labels, annotations and bookkeeping of the object.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>The node, with <c>kind: Node</c> and its name.</summary>
    [Field(2, Required = true)]
    public ObjectReference Target { get; init; } = new();
}
