using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Room for names: objects in different namespaces don't clash, and rights and quotas can be set for each.</summary>
[ApiType("io.k8s.api.core.v1.Namespace")]
public sealed partial record Namespace : IApiObject
{
    /// <summary>The kind of this object, <c>Namespace</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of this object, <c>v1</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Name, labels, annotations and bookkeeping of the object; it is cluster-wide and has no namespace.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>Finalizers that delay the removal of an emptied namespace.</summary>
    [Field(2)]
    public NamespaceSpec Spec { get; init; } = new();

    /// <summary>Phase and progress of removal; written through the <c>status</c> subresource.</summary>
    [Field(3)]
    public NamespaceStatus Status { get; init; } = new();
}
