namespace ActorKube.NodeAgent.Pods;

/// <summary>One container of the runtime, as far as the agent knows it. Its state only ever moves forward: created, running, exited.</summary>
internal sealed record ContainerInstance
{
    public required string Id { get; init; }

    public required string SandboxId { get; init; }

    /// <summary>Also its restart count.</summary>
    public int Attempt { get; init; }

    public RuntimeContainerState State { get; init; }

    public string Image { get; init; } = "";

    /// <summary>What <c>imageID</c> shows: the name with digest where there is one, else the image's id.</summary>
    public string ImageId { get; init; } = "";

    public string SpecHash { get; init; } = "";

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    public int ExitCode { get; init; }

    /// <summary>Why it ended, in the API's words; empty while it runs.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What it left in its termination log.</summary>
    public string? Message { get; init; }

    public bool IsRunning => State == RuntimeContainerState.Running;

    public bool HasExited => State == RuntimeContainerState.Exited;

    public bool Succeeded => HasExited && ExitCode == 0;
}
