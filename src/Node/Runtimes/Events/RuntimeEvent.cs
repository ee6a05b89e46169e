namespace ActorKube.NodeAgent.Runtimes;

public enum RuntimeEventKind
{
    /// <summary>Events may have been missed: list sandboxes and containers once.</summary>
    Resync,
    ContainerCreated,
    ContainerStarted,

    /// <summary>The container's process ended; <see cref="RuntimeEvent.ExitCode"/> is set.</summary>
    ContainerDied,

    /// <summary>A process of the container was killed for lack of memory. If it was the main one there is a <see cref="ContainerDied"/> too, before or after.</summary>
    ContainerOutOfMemory,
    ContainerRemoved,
    SandboxStarted,

    /// <summary>The network namespace is gone: every container in it has lost its network and must be made anew.</summary>
    SandboxDied,
    SandboxRemoved,
}

/// <summary>Something happened to a sandbox or container of this node. A hint to look again; the truth is in the lists.</summary>
public sealed record RuntimeEvent(RuntimeEventKind Kind, DateTimeOffset Time)
{
    /// <summary>Id of the sandbox or container; empty for <see cref="RuntimeEventKind.Resync"/>.</summary>
    public string Id { get; init; } = "";

    public PodIdentity? Pod { get; init; }

    /// <summary>Name of the container within its pod; null for sandboxes.</summary>
    public string? Container { get; init; }

    public int Attempt { get; init; }

    public int? ExitCode { get; init; }
}
