namespace ActorKube.NodeAgent.Runtimes.Simulated;

public sealed partial class SimulatedRuntime
{
    public async Task<string> CreateContainerAsync(string sandboxId, SandboxConfig sandbox, ContainerConfig config, CancellationToken cancellationToken)
    {
        await options.Faults.BeforeAsync(SimulatedOperation.CreateContainer, config.Name, cancellationToken);
        var image = FindImage(config.Image) ?? throw new RuntimeException(RuntimeError.ImageNotFound, $"No such image: {config.Image}");
        SimulatedContainer container;
        lock (_lock)
        {
            var owner = _sandboxes.Find(sandboxId) ?? throw NoSuch("sandbox", sandboxId);
            var existing = _containers.OfPod(sandbox.Pod.Uid).FirstOrDefault(c => c.Status.Name == config.Name && c.Status.Attempt == config.Attempt);
            if (existing is not null)
            {
                return existing.Status.Id;
            }

            container = new SimulatedContainer(NewStatus(owner, config, image), options.Workload(config));
            _containers.Add(container);
        }

        Publish(RuntimeEventKind.ContainerCreated, container);
        return container.Status.Id;
    }

    public async Task StartContainerAsync(string containerId, CancellationToken cancellationToken)
    {
        await options.Faults.BeforeAsync(SimulatedOperation.StartContainer, containerId, cancellationToken);
        SimulatedContainer container;
        lock (_lock)
        {
            container = _containers.Find(containerId) ?? throw NoSuch("container", containerId);
            if (container.Status.State == ContainerState.Running)
            {
                return;
            }

            if (container.Status.State == ContainerState.Exited || _sandboxes.Find(container.Status.SandboxId) is not { Ready: true })
            {
                throw new RuntimeException(RuntimeError.Conflict, $"container {containerId} can't be started: it or its sandbox has ended");
            }

            container.Status = container.Status with { State = ContainerState.Running, StartedAt = time.GetUtcNow() };
            container.ReadyAt = time.GetUtcNow() + options.Readiness();
            EndInTime(container, TimeSpan.Zero);
        }

        Publish(RuntimeEventKind.ContainerStarted, container);
    }

    public async Task StopContainerAsync(string containerId, TimeSpan grace, CancellationToken cancellationToken)
    {
        await options.Faults.BeforeAsync(SimulatedOperation.StopContainer, containerId, cancellationToken);
        End(containerId, grace > TimeSpan.Zero ? 143 : 137, outOfMemory: false);
    }

    public Task KillContainerAsync(string containerId, string signal, CancellationToken cancellationToken)
    {
        if (Find(containerId).Status.State != ContainerState.Running)
        {
            throw new RuntimeException(RuntimeError.Conflict, $"Container {containerId} is not running");
        }

        End(containerId, signal.EndsWith("KILL", StringComparison.Ordinal) || signal == "9" ? 137 : 143, outOfMemory: false);
        return Task.CompletedTask;
    }

    public async Task RemoveContainerAsync(string containerId, CancellationToken cancellationToken)
    {
        await options.Faults.BeforeAsync(SimulatedOperation.RemoveContainer, containerId, cancellationToken);
        End(containerId, 137, outOfMemory: false);
        Remove(containerId);
    }

    public Task<ContainerStatus?> GetContainerAsync(string containerId, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(_containers.Find(containerId)?.Status);
        }
    }

    public Task<IReadOnlyList<ContainerSummary>> ListContainersAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<ContainerSummary>>([.. _containers.All.Select(c => c.Status)]);
        }
    }

    public Task UpdateResourcesAsync(string containerId, ContainerResources resources, CancellationToken cancellationToken)
    {
        _ = Find(containerId);
        return Task.CompletedTask;
    }

    private ContainerStatus NewStatus(SimulatedSandbox sandbox, ContainerConfig config, ImageStatus image) => new()
    {
        Id = NextId(),
        Pod = sandbox.Pod,
        SandboxId = sandbox.Id,
        Name = config.Name,
        Attempt = config.Attempt,
        State = ContainerState.Created,
        CreatedAt = time.GetUtcNow(),
        Image = config.Image,
        ImageId = image.Id,
        SpecHash = config.SpecHash,
        Labels = config.Labels,
        Tty = config.Tty,
    };

    private SimulatedContainer Find(string containerId)
    {
        lock (_lock)
        {
            return _containers.Find(containerId) ?? throw NoSuch("container", containerId);
        }
    }

    /// <param name="elapsed">How long it has been running.</param>
    private void EndInTime(SimulatedContainer container, TimeSpan elapsed)
    {
        if (container.Workload.RunsFor is not { } runsFor)
        {
            return;
        }

        var (id, workload) = (container.Id, container.Workload);
        var left = runsFor > elapsed ? runsFor - elapsed : TimeSpan.Zero;
        container.End = time.CreateTimer(_ => End(id, workload.ExitCode, workload.OutOfMemory), null, left, Timeout.InfiniteTimeSpan);
    }

    private void End(string containerId, int exitCode, bool outOfMemory)
    {
        SimulatedContainer? container;
        lock (_lock)
        {
            container = _containers.Find(containerId);
            if (container is null || container.Status.State != ContainerState.Running)
            {
                return;
            }

            container.End?.Dispose();
            container.Status = container.Status with { State = ContainerState.Exited, ExitCode = exitCode, OutOfMemory = outOfMemory, FinishedAt = time.GetUtcNow() };
        }

        if (outOfMemory)
        {
            Publish(RuntimeEventKind.ContainerOutOfMemory, container);
        }

        Publish(RuntimeEventKind.ContainerDied, container);
        container.Exit.TrySetResult(exitCode);
    }

    private void Remove(string containerId)
    {
        SimulatedContainer? container;
        lock (_lock)
        {
            _containers.Remove(containerId, out container);
        }

        if (container is not null)
        {
            Publish(RuntimeEventKind.ContainerRemoved, container);
        }
    }

    private void Publish(RuntimeEventKind kind, SimulatedContainer container) => _events.Publish(container.ToEvent(kind, time.GetUtcNow()));
}
