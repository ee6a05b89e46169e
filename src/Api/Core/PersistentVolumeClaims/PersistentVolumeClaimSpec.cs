using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Storage that a claim asks for: size, class and ways to mount it.</summary>
[ApiType("io.k8s.api.core.v1.PersistentVolumeClaimSpec")]
public sealed partial record PersistentVolumeClaimSpec
{
    /// <summary>
    /// Ways the volume must be mountable: <c>ReadWriteOnce</c>, <c>ReadOnlyMany</c>, <c>ReadWriteMany</c> or <c>ReadWriteOncePod</c>.
    /// </summary>
    [Field(1, List = ListType.Atomic, Enum = ["ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod"])]
    public IReadOnlyList<string>? AccessModes { get; init; }

    /// <summary>Labels that the volume must have; with one, no volume is made on demand.</summary>
    [Field(4)]
    public LabelSelector? Selector { get; init; }

    /// <summary>Least size of the volume, under <c>requests.storage</c>; required.</summary>
    [Field(2)]
    public VolumeResourceRequirements Resources { get; init; } = new();

    /// <summary>Volume the claim is bound to; set beforehand it asks for that volume.</summary>
    [Field(3)]
    public string? VolumeName { get; init; }

    /// <summary>StorageClass wanted. Empty means none and no provisioning; absent means the cluster's default class.</summary>
    [Field(5, KeepEmpty = true)]
    public string? StorageClassName { get; init; }

    /// <summary><c>Filesystem</c> (default) or <c>Block</c> for a raw device.</summary>
    [Field(6, KeepEmpty = true, Enum = ["Block", "Filesystem"])]
    public string? VolumeMode { get; init; }

    /// <summary>
    /// Content to start from: a VolumeSnapshot or another claim in the namespace. Kept equal to <c>dataSourceRef</c> where that can hold it.
    /// </summary>
    [Field(7)]
    public TypedLocalObjectReference? DataSource { get; init; }

    /// <summary>
    /// Content to start from, as any kind for which a populator exists. Unlike with <c>dataSource</c>, an unsuitable kind is an error.
    /// </summary>
    [Field(8)]
    public TypedObjectReference? DataSourceRef { get; init; }

    /// <summary>VolumeAttributesClass wanted; it may be changed later. Absent or empty leaves the volume's attributes as they are.</summary>
    [Field(9, KeepEmpty = true)]
    public string? VolumeAttributesClassName { get; init; }
}
