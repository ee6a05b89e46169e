using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Disk of Google Compute Engine. Deprecated in favour of the CSI driver <c>pd.csi.storage.gke.io</c>.</summary>
[ApiType("io.k8s.api.core.v1.GCEPersistentDiskVolumeSource")]
public sealed partial record GCEPersistentDiskVolumeSource
{
    /// <summary>Name that the disk has at Google; it must be in the node's zone.</summary>
    [Field(1, Required = true)]
    public string PdName { get; init; } = "";

    /// <summary>File system of the volume, such as <c>ext4</c>, <c>xfs</c> or <c>ntfs</c>; <c>ext4</c> when absent.</summary>
    [Field(2)]
    public string? FsType { get; init; }

    /// <summary>Partition to mount, 0 for the whole disk.</summary>
    [Field(3)]
    public int Partition { get; init; }

    /// <summary><c>true</c> forces every mount of the volume to be read-only. Default <c>false</c>.</summary>
    [Field(4)]
    public bool ReadOnly { get; init; }
}
