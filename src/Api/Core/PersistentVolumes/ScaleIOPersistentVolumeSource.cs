using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Volume of ScaleIO. No driver for it is left, so Pods that use it don't start.</summary>
[ApiType("io.k8s.api.core.v1.ScaleIOPersistentVolumeSource")]
public sealed partial record ScaleIOPersistentVolumeSource
{
    /// <summary>Host of the ScaleIO gateway, through which its API is reached.</summary>
    [Field(1, Required = true)]
    public string Gateway { get; init; } = "";

    /// <summary>Name that the storage system has in ScaleIO.</summary>
    [Field(2, Required = true)]
    public string System { get; init; } = "";

    /// <summary>Secret with the login to the gateway; without it logging in fails.</summary>
    [Field(3, Required = true, Always = true)]
    public SecretReference? SecretRef { get; init; }

    /// <summary><c>true</c> talks TLS with the gateway. Default <c>false</c>.</summary>
    [Field(4)]
    public bool SslEnabled { get; init; }

    /// <summary>Protection domain that the storage is configured in.</summary>
    [Field(5)]
    public string? ProtectionDomain { get; init; }

    /// <summary>Storage pool of the protection domain that holds the volume.</summary>
    [Field(6)]
    public string? StoragePool { get; init; }

    /// <summary>Whether space is reserved at once: <c>ThickProvisioned</c> or <c>ThinProvisioned</c> (default).</summary>
    [Field(7, Default = "\"ThinProvisioned\"")]
    public string? StorageMode { get; init; }

    /// <summary>Name of a volume that exists in the system.</summary>
    [Field(8)]
    public string? VolumeName { get; init; }

    /// <summary>File system to mount, such as <c>ext4</c>; default <c>xfs</c>.</summary>
    [Field(9, Default = "\"xfs\"")]
    public string? FsType { get; init; }

    /// <summary><c>true</c> forces every mount of the volume to be read-only. Default <c>false</c>.</summary>
    [Field(10)]
    public bool ReadOnly { get; init; }
}
