using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Disk, partition or directory of one node; the volume needs a node affinity.</summary>
[ApiType("io.k8s.api.core.v1.LocalVolumeSource")]
public sealed partial record LocalVolumeSource
{
    /// <summary>Path on the node: a directory, or a block device.</summary>
    [Field(1, Required = true)]
    public string Path { get; init; } = "";

    /// <summary>File system of a block device; when absent it is guessed. Has no meaning for a directory.</summary>
    [Field(2, KeepEmpty = true)]
    public string? FsType { get; init; }
}
