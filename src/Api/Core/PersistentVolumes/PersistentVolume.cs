using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Piece of storage of the cluster, made by an administrator or a provisioner, for one claim at a time.</summary>
[ApiType("io.k8s.api.core.v1.PersistentVolume")]
public sealed partial record PersistentVolume : IApiObject
{
    /// <summary>The kind of this object, <c>PersistentVolume</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of this object, <c>v1</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Name, labels, annotations and bookkeeping of the object; it is cluster-wide and has no namespace.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>Capacity, source and terms of use of the storage.</summary>
    [Field(2)]
    public PersistentVolumeSpec Spec { get; init; } = new();

    /// <summary>What controllers last observed; written through the <c>status</c> subresource and ignored in ordinary writes.</summary>
    [Field(3)]
    public PersistentVolumeStatus Status { get; init; } = new();
}
