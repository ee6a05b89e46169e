using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Disk reached over iSCSI, at one or more addresses of a target.</summary>
[ApiType("io.k8s.api.core.v1.ISCSIVolumeSource")]
public sealed partial record ISCSIVolumeSource
{
    /// <summary>Address of the target, as IP or IP and port; default port 3260.</summary>
    [Field(1, Required = true)]
    public string TargetPortal { get; init; } = "";

    /// <summary>Qualified name of the target, such as <c>iqn.2001-04.com.example:disk</c>.</summary>
    [Field(2, Required = true)]
    public string Iqn { get; init; } = "";

    /// <summary>Number of the logical unit at the target.</summary>
    [Field(3, Required = true, Always = true)]
    public int Lun { get; init; }

    /// <summary>Interface to use, default <c>default</c>, which is TCP.</summary>
    [Field(4, Default = "\"default\"")]
    public string? IscsiInterface { get; init; }

    /// <summary>File system of the volume, such as <c>ext4</c>, <c>xfs</c> or <c>ntfs</c>; <c>ext4</c> when absent.</summary>
    [Field(5)]
    public string? FsType { get; init; }

    /// <summary><c>true</c> forces every mount of the volume to be read-only. Default <c>false</c>.</summary>
    [Field(6)]
    public bool ReadOnly { get; init; }

    /// <summary>Further addresses of the same target, for multipath.</summary>
    [Field(7, List = ListType.Atomic)]
    public IReadOnlyList<string>? Portals { get; init; }

    /// <summary>Whether discovery of the target authenticates with CHAP. Default <c>false</c>.</summary>
    [Field(8)]
    public bool ChapAuthDiscovery { get; init; }

    /// <summary>Whether sessions with the target authenticate with CHAP. Default <c>false</c>.</summary>
    [Field(11)]
    public bool ChapAuthSession { get; init; }

    /// <summary>Secret with CHAP names and passwords, for discovery and sessions.</summary>
    [Field(10)]
    public LocalObjectReference? SecretRef { get; init; }

    /// <summary>Name of this side; given with <c>iscsiInterface</c>, a new interface is made for it.</summary>
    [Field(12, KeepEmpty = true)]
    public string? InitiatorName { get; init; }
}
