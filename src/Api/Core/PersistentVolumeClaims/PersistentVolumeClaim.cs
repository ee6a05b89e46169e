using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Request for storage in a namespace; it is bound to a volume that fits, or one is made for it.</summary>
[ApiType("io.k8s.api.core.v1.PersistentVolumeClaim")]
public sealed partial record PersistentVolumeClaim : IApiObject
{
    /// <summary>The kind of this object, <c>PersistentVolumeClaim</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of this object, <c>v1</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Name, namespace, labels, annotations and bookkeeping of the object.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>The storage that is wanted. After binding only the requested size and the attributes class can change.</summary>
    [Field(2)]
    public PersistentVolumeClaimSpec Spec { get; init; } = new();

    /// <summary>Binding and actual size of the storage; written through the <c>status</c> subresource.</summary>
    [Field(3)]
    public PersistentVolumeClaimStatus Status { get; init; } = new();
}
