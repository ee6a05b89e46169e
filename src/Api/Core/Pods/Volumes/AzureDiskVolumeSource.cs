using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Data disk of Azure. Deprecated in favour of the CSI driver <c>disk.csi.azure.com</c>.</summary>
[ApiType("io.k8s.api.core.v1.AzureDiskVolumeSource")]
public sealed partial record AzureDiskVolumeSource
{
    /// <summary>Name that the data disk has at Azure.</summary>
    [Field(1, Required = true)]
    public string DiskName { get; init; } = "";

    /// <summary>URI of the data disk in its storage account or resource group.</summary>
    [Field(2, Required = true)]
    public string DiskURI { get; init; } = "";

    /// <summary>Cache of the host: <c>None</c>, <c>ReadOnly</c> or <c>ReadWrite</c> (default).</summary>
    [Field(3, KeepEmpty = true, Default = "\"ReadWrite\"", Enum = ["None", "ReadOnly", "ReadWrite"])]
    public string? CachingMode { get; init; }

    /// <summary>File system of the disk, such as <c>ext4</c> (default) or <c>xfs</c>.</summary>
    [Field(4, KeepEmpty = true, Default = "\"ext4\"")]
    public string? FsType { get; init; }

    /// <summary><c>true</c> forces every mount of the volume to be read-only. Default <c>false</c>.</summary>
    [Field(5, Default = "false")]
    public bool? ReadOnly { get; init; }

    /// <summary>
    /// <c>Shared</c> (default, several disks per storage account), <c>Dedicated</c> (one) or <c>Managed</c> (disk managed by Azure).
    /// </summary>
    [Field(6, KeepEmpty = true, Default = "\"Shared\"", Enum = ["Dedicated", "Managed", "Shared"])]
    public string? Kind { get; init; }
}
