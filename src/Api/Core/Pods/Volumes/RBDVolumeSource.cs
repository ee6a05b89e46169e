using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Block device of Ceph RADOS. No driver for it is left, so Pods that use it don't start.</summary>
[ApiType("io.k8s.api.core.v1.RBDVolumeSource")]
public sealed partial record RBDVolumeSource
{
    /// <summary>Addresses of the Ceph cluster's monitors, at least one.</summary>
    [Field(1, Required = true, Always = true, List = ListType.Atomic)]
    public IReadOnlyList<string>? Monitors { get; init; }

    /// <summary>Name of the RBD image in its pool.</summary>
    [Field(2, Required = true)]
    public string Image { get; init; } = "";

    /// <summary>File system of the volume, such as <c>ext4</c>, <c>xfs</c> or <c>ntfs</c>; <c>ext4</c> when absent.</summary>
    [Field(3)]
    public string? FsType { get; init; }

    /// <summary>Pool that the image is in, default <c>rbd</c>.</summary>
    [Field(4, Default = "\"rbd\"")]
    public string? Pool { get; init; }

    /// <summary>Ceph user to map the image as; default <c>admin</c>.</summary>
    [Field(5, Default = "\"admin\"")]
    public string? User { get; init; }

    /// <summary>File on the node with the user's keys, default <c>/etc/ceph/keyring</c>.</summary>
    [Field(6, Default = "\"/etc/ceph/keyring\"")]
    public string? Keyring { get; init; }

    /// <summary>Secret with the user's key; wins over <c>keyring</c>.</summary>
    [Field(7)]
    public LocalObjectReference? SecretRef { get; init; }

    /// <summary><c>true</c> forces every mount of the volume to be read-only. Default <c>false</c>.</summary>
    [Field(8)]
    public bool ReadOnly { get; init; }
}
