using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Volume of Portworx. Deprecated in favour of the CSI driver <c>pxd.portworx.com</c>.</summary>
[ApiType("io.k8s.api.core.v1.PortworxVolumeSource")]
public sealed partial record PortworxVolumeSource
{
    /// <summary>Identifier that the volume has in Portworx.</summary>
    [Field(1, Required = true)]
    public string VolumeID { get; init; } = "";

    /// <summary>File system to mount, <c>ext4</c> or <c>xfs</c>; <c>ext4</c> when absent.</summary>
    [Field(2)]
    public string? FsType { get; init; }

    /// <summary><c>true</c> forces every mount of the volume to be read-only. Default <c>false</c>.</summary>
    [Field(3)]
    public bool ReadOnly { get; init; }
}
