namespace ActorKube.NodeAgent.Runtimes;

public enum ContainerState
{
    Created,
    Running,
    Exited,
}

/// <summary>A container as a list shows it: whose it is, and whether it runs.</summary>
public record ContainerSummary
{
    public required string Id { get; init; }

    public required PodIdentity Pod { get; init; }

    public required string SandboxId { get; init; }

    public required string Name { get; init; }

    public int Attempt { get; init; }

    public required ContainerState State { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The reference it was made from.</summary>
    public string Image { get; init; } = "";

    public string ImageId { get; init; } = "";

    public string SpecHash { get; init; } = "";

    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();
}

/// <summary>All that is known of a container.</summary>
public sealed record ContainerStatus : ContainerSummary
{
    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Set once it has exited; 128 plus the signal for one that was killed.</summary>
    public int? ExitCode { get; init; }

    public bool OutOfMemory { get; init; }

    /// <summary>The engine's message for one that could not be started; empty otherwise.</summary>
    public string Error { get; init; } = "";

    public bool Tty { get; init; }
}
