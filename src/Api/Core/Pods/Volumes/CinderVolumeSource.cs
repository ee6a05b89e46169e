using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Disk of OpenStack Cinder. Deprecated in favour of the CSI driver <c>cinder.csi.openstack.org</c>.</summary>
[ApiType("io.k8s.api.core.v1.CinderVolumeSource")]
public sealed partial record CinderVolumeSource
{
    /// <summary>Identifier that the disk has in Cinder.</summary>
    [Field(1, Required = true)]
    public string VolumeID { get; init; } = "";

    /// <summary>File system of the volume, such as <c>ext4</c>, <c>xfs</c> or <c>ntfs</c>; <c>ext4</c> when absent.</summary>
    [Field(2)]
    public string? FsType { get; init; }

    /// <summary><c>true</c> forces every mount of the volume to be read-only. Default <c>false</c>.</summary>
    [Field(3)]
    public bool ReadOnly { get; init; }

    /// <summary>Secret with the parameters by which OpenStack is reached.</summary>
    [Field(4)]
    public LocalObjectReference? SecretRef { get; init; }
}
