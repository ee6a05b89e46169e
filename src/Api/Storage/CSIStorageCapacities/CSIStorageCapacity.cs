using ActorKube.Api.Meta;
using ActorKube.Api.Quantities;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Storage;

/// <summary>Free capacity of a StorageClass in one part of the cluster, published by its driver for the scheduler.</summary>
[ApiType("io.k8s.api.storage.v1.CSIStorageCapacity")]
public sealed partial record CSIStorageCapacity : IApiObject
{
    /// <summary>The kind of this object, <c>CSIStorageCapacity</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of this object, <c>storage.k8s.io/v1</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Name, namespace, labels, annotations and bookkeeping of the object.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>Nodes that reach the storage, by labels; absent means none, <c>{}</c> all. Immutable.</summary>
    [Field(2)]
    public LabelSelector? NodeTopology { get; init; }

    /// <summary>StorageClass whose capacity this is; it must exist. Immutable.</summary>
    [Field(3, Required = true)]
    public string StorageClassName { get; init; } = "";

    /// <summary>Free capacity in bytes, as a quantity; absent means unknown.</summary>
    [Field(4)]
    public Quantity? Capacity { get; init; }

    /// <summary>Size of the largest volume that could be made; absent leaves <c>capacity</c> to decide.</summary>
    [Field(5)]
    public Quantity? MaximumVolumeSize { get; init; }
}
