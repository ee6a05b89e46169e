using ActorKube.NodeAgent.Docker;
using ActorKube.NodeAgent.Runtimes.DockerEngine.Linux;
using ActorKube.NodeAgent.Runtimes.DockerEngine.Mapping;
using ActorKube.NodeAgent.Runtimes.DockerEngine.Pool;
using Microsoft.Extensions.Logging;

namespace ActorKube.NodeAgent.Runtimes.DockerEngine;

/// <content>What an earlier process left, and getting rid of it.</content>
public sealed partial class DockerRuntime
{
    // Enough to keep the engine busy; removals wait for the kernel more than for the processor.
    private const int ParallelRemovals = 4;

    public Task PurgeAsync(CancellationToken cancellationToken) => Errors.MapAsync(async () =>
    {
        await _pool.StopAsync();
        var all = await ListAsync(cancellationToken);
        await RemoveAllAsync(all.Where(c => !IsSandbox(c)).Select(c => c.Id), cancellationToken);
        await RemoveAllAsync(all.Where(IsSandbox).Select(c => c.Id), cancellationToken);
        await RemoveNetworkAsync(cancellationToken);
    });

    private static bool IsSandbox(ContainerListItem item) => item.Labels?.GetValueOrDefault(EngineLabels.Kind) == EngineLabels.SandboxKind;

    private static bool IsWarm(IReadOnlyDictionary<string, string>? labels) => labels?.ContainsKey(EngineLabels.Warm) == true;

    private async Task AdoptAsync(CancellationToken cancellationToken)
    {
        var all = await ListAsync(cancellationToken);
        foreach (var item in all)
        {
            if (IsSandbox(item))
            {
                await AdoptSandboxAsync(item, cancellationToken);
            }
            else if (item.State == "running" && HostnamePlan.From(item.Id, item.Labels) is { } plan)
            {
                // The earlier process may have died between the container's start and its host name.
                await _hostnames!.EnsureAsync(plan);
            }
        }

        LogAdopted(_logger, all.Length, _pool.Count);
    }

    private async Task AdoptSandboxAsync(ContainerListItem item, CancellationToken cancellationToken)
    {
        var owner = _names.ParseSandbox(item.Name);
        if (item.State != "running")
        {
            // A pod's dead sandbox is for the agent to see and to remove; one of the pool is of no use to anybody.
            if (owner is null)
            {
                await RemoveQuietlyAsync(item.Id, cancellationToken);
            }

            return;
        }

        var details = await _docker.Containers.InspectAsync(item.Id, cancellationToken);
        var isOnPodNetwork = details.HostConfig.NetworkMode == _names.PodNetwork;
        if (owner is null && isOnPodNetwork != (_options.PodBridge is not null))
        {
            // Made when nodes had another network.
            await RemoveQuietlyAsync(item.Id, cancellationToken);
        }
        else if (owner is null)
        {
            _pool.Add(ToWarm(details));
        }
        else
        {
            _sandboxes.Add(ToEntry(details, owner.Value.Pod, owner.Value.Attempt));
        }
    }

    private static SandboxEntry ToEntry(ContainerDetails details, PodIdentity pod, int attempt) =>
        new(details.Id, pod, attempt, IsWarm(details.Config.Labels), details.Created, details.NetworkSettings.Addresses(), SandboxFiles.From(details));

    private Task RemoveAllAsync(IEnumerable<string> ids, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        ids,
        new ParallelOptions { MaxDegreeOfParallelism = ParallelRemovals, CancellationToken = cancellationToken },
        async (id, token) => await RemoveQuietlyAsync(id, token));

    // 404: gone; 409: another removal of it is in progress.
    private async Task RemoveQuietlyAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            await _docker.Containers.RemoveAsync(id, force: true, cancellationToken);
        }
        catch (DockerException e) when (e.IsNotFound || e.IsConflict)
        {
            LogAlreadyRemoved(_logger, id, e.Message);
        }
    }

    [LoggerMessage(10, LogLevel.Information, "Took over {Count} containers and sandboxes, {Warm} of them spare")]
    private static partial void LogAdopted(ILogger logger, int count, int warm);

    [LoggerMessage(11, LogLevel.Debug, "Container {Id} needed no removal: {Reason}")]
    private static partial void LogAlreadyRemoved(ILogger logger, string id, string reason);
}
