namespace ActorKube.NodeAgent.Runtimes;

/// <summary>How mounts made later below a mount travel between host and container (<c>mountPropagation</c>).</summary>
public enum MountPropagation
{
    /// <summary>Not at all (<c>None</c>).</summary>
    Private,

    /// <summary>From the host into the container (<c>HostToContainer</c>).</summary>
    HostToContainer,

    /// <summary>Both ways (<c>Bidirectional</c>).</summary>
    Bidirectional,
}

/// <summary>A path of the host in the container, or memory if <see cref="HostPath"/> is null.</summary>
public sealed record ContainerMount
{
    /// <summary>Existing file or directory of the host; null for a tmpfs.</summary>
    public string? HostPath { get; init; }

    public required string ContainerPath { get; init; }

    public bool ReadOnly { get; init; }

    public MountPropagation Propagation { get; init; }

    /// <summary>Size limit of a tmpfs in bytes; null for the kernel's half of the memory.</summary>
    public long? TmpfsSizeBytes { get; init; }

    /// <summary>Permission bits of a tmpfs; null for 01777.</summary>
    public int? TmpfsMode { get; init; }
}
