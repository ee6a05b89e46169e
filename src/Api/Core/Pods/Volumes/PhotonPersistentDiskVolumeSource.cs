using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Disk of the Photon controller. No driver for it is left, so Pods that use it don't start.</summary>
[ApiType("io.k8s.api.core.v1.PhotonPersistentDiskVolumeSource")]
public sealed partial record PhotonPersistentDiskVolumeSource
{
    /// <summary>Identifier that the disk has in the Photon controller.</summary>
    [Field(1, Required = true)]
    public string PdID { get; init; } = "";

    /// <summary>File system of the volume, such as <c>ext4</c>, <c>xfs</c> or <c>ntfs</c>; <c>ext4</c> when absent.</summary>
    [Field(2)]
    public string? FsType { get; init; }
}
