using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Ceph file system. No driver for it is left, so Pods that use it don't start.</summary>
[ApiType("io.k8s.api.core.v1.CephFSVolumeSource")]
public sealed partial record CephFSVolumeSource
{
    /// <summary>Addresses of the Ceph cluster's monitors, at least one.</summary>
    [Field(1, Required = true, Always = true, List = ListType.Atomic)]
    public IReadOnlyList<string>? Monitors { get; init; }

    /// <summary>Directory of the file system to mount, default <c>/</c>.</summary>
    [Field(2)]
    public string? Path { get; init; }

    /// <summary>Ceph user to mount as; default <c>admin</c>.</summary>
    [Field(3)]
    public string? User { get; init; }

    /// <summary>File on the node with the user's key, default <c>/etc/ceph/user.secret</c>.</summary>
    [Field(4)]
    public string? SecretFile { get; init; }

    /// <summary>Secret with the user's key; wins over <c>secretFile</c>.</summary>
    [Field(5)]
    public LocalObjectReference? SecretRef { get; init; }

    /// <summary><c>true</c> forces every mount of the volume to be read-only. Default <c>false</c>.</summary>
    [Field(6)]
    public bool ReadOnly { get; init; }
}
