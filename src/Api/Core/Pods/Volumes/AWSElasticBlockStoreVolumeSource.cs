using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Disk of AWS EBS. Deprecated in favour of the CSI driver <c>ebs.csi.aws.com</c>.</summary>
[ApiType("io.k8s.api.core.v1.AWSElasticBlockStoreVolumeSource")]
public sealed partial record AWSElasticBlockStoreVolumeSource
{
    /// <summary>Identifier that the disk has at AWS, such as <c>vol-0a1b2c3d</c>.</summary>
    [Field(1, Required = true)]
    public string VolumeID { get; init; } = "";

    /// <summary>File system of the volume, such as <c>ext4</c>, <c>xfs</c> or <c>ntfs</c>; <c>ext4</c> when absent.</summary>
    [Field(2)]
    public string? FsType { get; init; }

    /// <summary>Partition to mount, 0 for the whole disk.</summary>
    [Field(3)]
    public int Partition { get; init; }

    /// <summary><c>true</c> mounts read-only in the containers. Default <c>false</c>.</summary>
    [Field(4)]
    public bool ReadOnly { get; init; }
}
