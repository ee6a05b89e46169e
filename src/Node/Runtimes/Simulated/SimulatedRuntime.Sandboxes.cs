namespace ActorKube.NodeAgent.Runtimes.Simulated;

public sealed partial class SimulatedRuntime
{
    public async Task<SandboxStatus> CreateSandboxAsync(SandboxConfig config, CancellationToken cancellationToken)
    {
        await options.Faults.BeforeAsync(SimulatedOperation.CreateSandbox, config.Pod.ToString(), cancellationToken);
        SandboxStatus status;
        lock (_lock)
        {
            var existing = _sandboxes.OfPod(config.Pod.Uid).FirstOrDefault(s => s.Attempt == config.Attempt);
            if (existing is not null)
            {
                return existing.ToStatus();
            }

            var address = config.HostNetwork ? null : _addresses.Take() ?? throw new RuntimeException(RuntimeError.Failed, "no available IPv4 addresses");
            var sandbox = new SimulatedSandbox(NextId(), config.Pod, config.Attempt, time.GetUtcNow(), address);
            _sandboxes.Add(sandbox);
            status = sandbox.ToStatus();
        }

        PublishSandbox(RuntimeEventKind.SandboxStarted, status);
        return status;
    }

    public async Task StopSandboxAsync(string sandboxId, CancellationToken cancellationToken)
    {
        await options.Faults.BeforeAsync(SimulatedOperation.StopSandbox, sandboxId, cancellationToken);
        SandboxStatus status;
        lock (_lock)
        {
            if (_sandboxes.Find(sandboxId) is not { Ready: true } sandbox)
            {
                return;
            }

            sandbox.Ready = false;
            status = sandbox.ToStatus();
        }

        foreach (var container in InSandbox(sandboxId))
        {
            End(container.Status.Id, 137, outOfMemory: false);
        }

        PublishSandbox(RuntimeEventKind.SandboxDied, status);
    }

    public async Task RemoveSandboxAsync(string sandboxId, CancellationToken cancellationToken)
    {
        await StopSandboxAsync(sandboxId, cancellationToken);
        await options.Faults.BeforeAsync(SimulatedOperation.RemoveSandbox, sandboxId, cancellationToken);
        foreach (var container in InSandbox(sandboxId))
        {
            Remove(container.Status.Id);
        }

        SandboxStatus status;
        lock (_lock)
        {
            if (!_sandboxes.Remove(sandboxId, out var sandbox))
            {
                return;
            }

            if (sandbox.Address is not null)
            {
                _addresses.Return(sandbox.Address);
            }

            status = sandbox.ToStatus();
        }

        PublishSandbox(RuntimeEventKind.SandboxRemoved, status);
    }

    public Task<SandboxStatus?> GetSandboxAsync(string sandboxId, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(_sandboxes.Find(sandboxId)?.ToStatus());
        }
    }

    public Task<IReadOnlyList<SandboxStatus>> ListSandboxesAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<SandboxStatus>>([.. _sandboxes.All.Select(s => s.ToStatus())]);
        }
    }

    public Task<ISandboxConnection> ConnectAsync(string sandboxId, int port, CancellationToken cancellationToken) =>
        Task.FromException<ISandboxConnection>(new RuntimeException(RuntimeError.Failed, $"connection refused: nothing listens on port {port} of a simulated sandbox"));

    public Task<NetworkUsage?> GetNetworkUsageAsync(string sandboxId, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var measured = _sandboxes.Find(sandboxId) is { Ready: true, Address: not null };
            return Task.FromResult(measured ? new NetworkUsage(time.GetUtcNow(), 0, 0, 0, 0) : null);
        }
    }

    private List<SimulatedContainer> InSandbox(string sandboxId)
    {
        lock (_lock)
        {
            return _sandboxes.Find(sandboxId) is { } sandbox ? [.. _containers.OfPod(sandbox.Pod.Uid).Where(c => c.Status.SandboxId == sandboxId)] : [];
        }
    }

    private void PublishSandbox(RuntimeEventKind kind, SandboxStatus status) =>
        _events.Publish(new RuntimeEvent(kind, time.GetUtcNow()) { Id = status.Id, Pod = status.Pod, Attempt = status.Attempt });
}
