using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Disk of vSphere. Deprecated in favour of the CSI driver <c>csi.vsphere.vmware.com</c>.</summary>
[ApiType("io.k8s.api.core.v1.VsphereVirtualDiskVolumeSource")]
public sealed partial record VsphereVirtualDiskVolumeSource
{
    /// <summary>Path of the disk file, as <c>[datastore] path</c>.</summary>
    [Field(1, Required = true)]
    public string VolumePath { get; init; } = "";

    /// <summary>File system of the volume, such as <c>ext4</c>, <c>xfs</c> or <c>ntfs</c>; <c>ext4</c> when absent.</summary>
    [Field(2)]
    public string? FsType { get; init; }

    /// <summary>Name of the storage policy that the disk has.</summary>
    [Field(3)]
    public string? StoragePolicyName { get; init; }

    /// <summary>Identifier of the storage policy named by <c>storagePolicyName</c>.</summary>
    [Field(4)]
    public string? StoragePolicyID { get; init; }
}
