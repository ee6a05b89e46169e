using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Machine that runs Pods. Its name is the identity under which its agent registers.</summary>
[ApiType("io.k8s.api.core.v1.Node")]
public sealed partial record Node : IApiObject
{
    /// <summary>The kind of this object, <c>Node</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of this object, <c>v1</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Name, labels, annotations and bookkeeping of the object; it is cluster-wide and has no namespace.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>Settings of the machine: address ranges, taints, whether it takes Pods.</summary>
    [Field(2)]
    public NodeSpec Spec { get; init; } = new();

    /// <summary>What the node reports: capacity, health, addresses; written through the <c>status</c> subresource.</summary>
    [Field(3)]
    public NodeStatus Status { get; init; } = new();
}
