using ActorKube.Api.Core;
using ActorKube.NodeAgent.Runtimes;
using ActorKube.NodeAgent.Volumes;
using Microsoft.Extensions.Logging;

namespace ActorKube.NodeAgent;

/// <summary>Ends and removes what belongs to no pod any more: pods that were deleted while the agent was away.</summary>
internal sealed partial class OrphanRemover(IContainerRuntime runtime, PodDirectories directories, ILogger logger)
{
    // The pods are gone, and with them what grace they asked for: Kubernetes' default.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    public async Task RemoveAsync(RuntimeInventory inventory, string uid, CancellationToken cancellationToken)
    {
        LogOrphan(logger, uid);
        try
        {
            var running = inventory.Containers(uid).Where(static c => c.State == RuntimeContainerState.Running);
            await Task.WhenAll(running.Select(c => runtime.StopContainerAsync(c.Id, GraceOf(c), cancellationToken)));
            foreach (var sandbox in inventory.Sandboxes(uid))
            {
                await runtime.RemoveSandboxAsync(sandbox.Id, cancellationToken);
            }

            foreach (var container in inventory.Containers(uid))
            {
                await runtime.RemoveContainerAsync(container.Id, cancellationToken);
            }

            directories.Remove(uid);
        }
        catch (Exception e) when (e is RuntimeException or IOException or UnauthorizedAccessException)
        {
            // The next resync finds it again.
            LogFailed(logger, uid, e.Message);
        }
    }

    /// <summary>What must not run twice may run elsewhere by now.</summary>
    private static TimeSpan GraceOf(ContainerSummary container) => container.Labels.ContainsKey(RunOnce.Annotation) ? TimeSpan.Zero : Grace;

    [LoggerMessage(1, LogLevel.Information, "Removing what is left of pod {Uid}, which is gone")]
    private static partial void LogOrphan(ILogger logger, string uid);

    [LoggerMessage(2, LogLevel.Warning, "Could not remove what is left of pod {Uid}: {Error}")]
    private static partial void LogFailed(ILogger logger, string uid, string error);
}
