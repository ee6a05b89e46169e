using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>How a mount of a container came out.</summary>
[ApiType("io.k8s.api.core.v1.VolumeMountStatus")]
public sealed partial record VolumeMountStatus
{
    /// <summary>Name of the mount in the container's spec, that is, of the volume.</summary>
    [Field(1, Required = true)]
    public string Name { get; init; } = "";

    /// <summary>Path in the container at which it is mounted.</summary>
    [Field(2, Required = true)]
    public string MountPath { get; init; } = "";

    /// <summary>Whether the volume is mounted read-only at this path.</summary>
    [Field(3)]
    public bool ReadOnly { get; init; }

    /// <summary><c>Disabled</c>, or <c>Enabled</c> when mounts below are read-only as well; never <c>IfPossible</c>.</summary>
    [Field(4, KeepEmpty = true)]
    public string? RecursiveReadOnly { get; init; }
}
