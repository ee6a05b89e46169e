using ActorKube.NodeAgent.Runtimes.DockerEngine.Linux;
using ActorKube.NodeAgent.Runtimes.DockerEngine.Mapping;

namespace ActorKube.NodeAgent.Runtimes.DockerEngine;

/// <content>What containers and the machine use. On this host the kernel is asked: the engine takes up to a second for each container.</content>
public sealed partial class DockerRuntime
{
    public async Task<ContainerUsage?> GetUsageAsync(string containerId, CancellationToken cancellationToken)
    {
        var counted = Facts.IsLocal ? Facts.Cgroups.Usage(containerId, _time.GetUtcNow()) : null;
        return counted ?? await Errors.MapAsync(() => AskUsageAsync(containerId, cancellationToken));
    }

    public Task<MachineUsage?> GetMachineUsageAsync(CancellationToken cancellationToken) =>
        Task.FromResult(Facts.IsLocal ? HostUsage.Read(_time.GetUtcNow()) : null);

    /// <summary>For an engine on another machine, or a container in a cgroup of the pod's choice.</summary>
    private async Task<ContainerUsage?> AskUsageAsync(string containerId, CancellationToken cancellationToken)
    {
        var sample = await _docker.Containers.StatsAsync(containerId, cancellationToken);
        if (sample.Pids.Current == 0)
        {
            return null;
        }

        // Pages of files that nobody has used lately can be taken back at no cost; the first name is cgroup v1's, the second v2's.
        var details = sample.Memory.Details;
        var inactive = details?.GetValueOrDefault("total_inactive_file", details.GetValueOrDefault("inactive_file")) ?? 0;
        return new ContainerUsage(sample.Read, sample.Cpu.Usage.Total, sample.Memory.Usage, Math.Max(0, sample.Memory.Usage - inactive), sample.Pids.Current);
    }
}
