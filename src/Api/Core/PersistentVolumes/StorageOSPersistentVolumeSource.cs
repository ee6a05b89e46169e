using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Volume of StorageOS. No driver for it is left, so Pods that use it don't start.</summary>
[ApiType("io.k8s.api.core.v1.StorageOSPersistentVolumeSource")]
public sealed partial record StorageOSPersistentVolumeSource
{
    /// <summary>Name of the volume, unique in its StorageOS namespace.</summary>
    [Field(1)]
    public string? VolumeName { get; init; }

    /// <summary>StorageOS namespace of the volume; the Pod's namespace when empty.</summary>
    [Field(2)]
    public string? VolumeNamespace { get; init; }

    /// <summary>File system of the volume, such as <c>ext4</c>, <c>xfs</c> or <c>ntfs</c>; <c>ext4</c> when absent.</summary>
    [Field(3)]
    public string? FsType { get; init; }

    /// <summary><c>true</c> forces every mount of the volume to be read-only. Default <c>false</c>.</summary>
    [Field(4)]
    public bool ReadOnly { get; init; }

    /// <summary>Secret with the login to StorageOS; defaults are tried when absent.</summary>
    [Field(5)]
    public ObjectReference? SecretRef { get; init; }
}
