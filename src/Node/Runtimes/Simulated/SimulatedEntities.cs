namespace ActorKube.NodeAgent.Runtimes.Simulated;

/// <summary>A sandbox of a <see cref="SimulatedRuntime"/>; guarded by its lock.</summary>
internal sealed class SimulatedSandbox(string id, PodIdentity pod, int attempt, DateTimeOffset createdAt, string? address) : ISimulatedEntity
{
    public string Id { get; } = id;

    public PodIdentity Pod { get; } = pod;

    public int Attempt { get; } = attempt;

    public string? Address { get; } = address;

    public bool Ready { get; set; } = true;

    public SandboxStatus ToStatus() => new()
    {
        Id = Id,
        Pod = Pod,
        Attempt = Attempt,
        State = Ready ? SandboxState.Ready : SandboxState.NotReady,
        CreatedAt = createdAt,
        Addresses = Ready && Address is not null ? [Address] : [],
    };
}

/// <summary>A container of a <see cref="SimulatedRuntime"/>; guarded by its lock.</summary>
internal sealed class SimulatedContainer(ContainerStatus status, SimulatedWorkload workload) : ISimulatedEntity
{
    public string Id => Status.Id;

    public PodIdentity Pod => Status.Pod;

    public ContainerStatus Status { get; set; } = status;

    public SimulatedWorkload Workload { get; } = workload;

    public ITimer? End { get; set; }

    /// <summary>From then on its probes succeed.</summary>
    public DateTimeOffset ReadyAt { get; set; }

    /// <summary>CPU time when it was last measured.</summary>
    public long CpuNanoseconds { get; set; }

    public DateTimeOffset? MeasuredAt { get; set; }

    /// <summary>Completes with the exit code.</summary>
    public TaskCompletionSource<int> Exit { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public RuntimeEvent ToEvent(RuntimeEventKind kind, DateTimeOffset time) => new(kind, time)
    {
        Id = Status.Id,
        Pod = Status.Pod,
        Container = Status.Name,
        Attempt = Status.Attempt,
        ExitCode = kind == RuntimeEventKind.ContainerDied ? Status.ExitCode : null,
    };
}
