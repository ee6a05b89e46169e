using ActorKube.NodeAgent.Handlers;
using ActorKube.NodeAgent.Pods;

namespace ActorKube.NodeAgent.Containers;

/// <summary>Ends one container: preStop hook, stop signal, and the kill when its time is over.</summary>
internal sealed class ContainerStopper(NodeContext node, HookRunner hooks)
{
    /// <param name="isRepeat">It is being stopped already, and now has less time: the hook was run.</param>
    /// <exception cref="Runtimes.RuntimeException">The engine failed.</exception>
    public async Task StopAsync(PodRecord record, PodAction.StopContainer action, bool isRepeat, CancellationToken cancellationToken)
    {
        var (pod, container) = (record.Pod, action.Container);
        if (!isRepeat)
        {
            node.Events.Normal(pod, container.Name, "Killing", action.Message);
            await PreStopAsync(record, action, cancellationToken);
        }

        // Whatever the hook has used up, the process gets a moment to end.
        var left = Left(action) > ContainerStop.MinimumGrace ? Left(action) : ContainerStop.MinimumGrace;
        await node.Runtime.StopContainerAsync(action.Instance.Id, left, cancellationToken);
    }

    private async Task PreStopAsync(PodRecord record, PodAction.StopContainer action, CancellationToken cancellationToken)
    {
        if (action.Container.Lifecycle?.PreStop is not { } hook || Left(action) is not { Ticks: > 0 } left)
        {
            return;
        }

        var endpoint = node.EndpointOf(record, action.Container);
        var run = hooks.RunAsync(hook, endpoint, action.Instance.Id, left, cancellationToken);
        if (await run is not null)
        {
            node.Events.Warning(record.Pod, action.Container.Name, "FailedPreStopHook", "PreStopHook failed");
        }
    }

    private TimeSpan Left(PodAction.StopContainer action) => action.By - node.Time.GetUtcNow();
}
