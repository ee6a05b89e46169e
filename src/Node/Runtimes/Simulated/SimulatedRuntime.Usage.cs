namespace ActorKube.NodeAgent.Runtimes.Simulated;

public sealed partial class SimulatedRuntime
{
    public Task<ContainerUsage?> GetUsageAsync(string containerId, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var container = _containers.Find(containerId) ?? throw NoSuch("container", containerId);
            return Task.FromResult(container.Status.State == ContainerState.Running ? Measure(container) : null);
        }
    }

    /// <summary>There is no machine.</summary>
    public Task<MachineUsage?> GetMachineUsageAsync(CancellationToken cancellationToken) => Task.FromResult<MachineUsage?>(null);

    /// <summary>CPU time goes on at the rate that is told now since it was last measured, so a rate that changes is never counted back. Called under the lock.</summary>
    private ContainerUsage Measure(SimulatedContainer container)
    {
        var now = time.GetUtcNow();
        var usage = options.Usage(container.Status.Pod, container.Status.Name);
        var elapsed = now - (container.MeasuredAt ?? container.Status.StartedAt ?? now);
        container.MeasuredAt = now;
        container.CpuNanoseconds += (long)Math.Round(elapsed.TotalSeconds * usage.CpuNanocores);
        return new ContainerUsage(now, container.CpuNanoseconds, usage.MemoryBytes, usage.MemoryBytes, 1);
    }
}
