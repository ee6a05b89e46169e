using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Disk reached over Fibre Channel. Give either <c>wwids</c> or <c>targetWWNs</c> with <c>lun</c>.</summary>
[ApiType("io.k8s.api.core.v1.FCVolumeSource")]
public sealed partial record FCVolumeSource
{
    /// <summary>World-wide names of the targets that offer the disk.</summary>
    [Field(1, List = ListType.Atomic)]
    public IReadOnlyList<string>? TargetWWNs { get; init; }

    /// <summary>Number of the logical unit at the targets.</summary>
    [Field(2)]
    public int? Lun { get; init; }

    /// <summary>File system of the volume, such as <c>ext4</c>, <c>xfs</c> or <c>ntfs</c>; <c>ext4</c> when absent.</summary>
    [Field(3)]
    public string? FsType { get; init; }

    /// <summary><c>true</c> forces every mount of the volume to be read-only. Default <c>false</c>.</summary>
    [Field(4)]
    public bool ReadOnly { get; init; }

    /// <summary>World-wide identifiers of the disk; exclude targets and unit.</summary>
    [Field(5, List = ListType.Atomic)]
    public IReadOnlyList<string>? Wwids { get; init; }
}
