namespace ActorKube.NodeAgent.Pods;

/// <summary>What is being done to a container.</summary>
internal enum ContainerWork
{
    None,
    Starting,
    Stopping,

    /// <summary>Without grace.</summary>
    Killing,
}

/// <summary>Why a container waits, as <c>state.waiting</c> shows it.</summary>
internal sealed record Waiting(string Reason, string Message);

/// <summary>All that the agent knows of one container of a pod's specification.</summary>
internal sealed record ContainerRecord
{
    public static ContainerRecord Empty { get; } = new();

    /// <summary>The newest instance.</summary>
    public ContainerInstance? Current { get; init; }

    /// <summary>The one before it, kept for its log and its status.</summary>
    public ContainerInstance? Previous { get; init; }

    /// <summary>Instances older than <see cref="Previous"/> that are still to be removed.</summary>
    public IReadOnlyList<string> Stale { get; init; } = [];

    /// <summary>Instances that are being removed.</summary>
    public IReadOnlyList<string> Removing { get; init; } = [];

    /// <summary>An instance that was made and never started is in the way of the next one until it is removed.</summary>
    public string? Obstacle { get; init; }

    /// <summary>Number of the next instance, at least: restart counts go on when the runtime has lost its containers.</summary>
    public int MinimumAttempt { get; init; }

    public ContainerWork Work { get; init; }

    /// <summary>When the stop in progress kills.</summary>
    public DateTimeOffset? StopBy { get; init; }

    public Waiting? Problem { get; init; }

    /// <summary>A failed start isn't repeated before this.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>When <see cref="Problem"/> came up.</summary>
    public DateTimeOffset? ProblemSince { get; init; }

    public BackOff? PullBackOff { get; init; }

    public BackOff? RestartBackOff { get; init; }

    /// <summary>The same before the start in progress: a start that comes to nothing without the container's fault doesn't count.</summary>
    public BackOff? UnstartedBackOff { get; init; }

    /// <summary>Its startup probe has succeeded, or it has none.</summary>
    public bool Started { get; init; }

    /// <summary>What the readiness probe says last; without one it is so. A container counts as ready when it has started as well.</summary>
    public bool Ready { get; init; }

    /// <summary>Why the current instance must be stopped; null if it needn't.</summary>
    public Doom? Doom { get; init; }

    public int NextAttempt => Math.Max(MinimumAttempt, Current is null ? 0 : Current.Attempt + 1);

    public bool IsRunning => Current is { IsRunning: true };
}

/// <summary>The sentence over a running container: a probe has failed it for good.</summary>
/// <param name="Message">As the Killing event has it, without what happens next.</param>
/// <param name="GraceSeconds">The probe's own grace; null for the pod's.</param>
internal sealed record Doom(string Message, long? GraceSeconds);
