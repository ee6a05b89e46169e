using System.Collections.Immutable;
using ActorKube.Api.Core;

namespace ActorKube.NodeAgent.Pods;

/// <content>Begins actions.</content>
internal sealed partial class PodWorker
{
    // Of containers' starts and stops that are under way.
    private ImmutableDictionary<string, CancellationTokenSource> _cancellations = ImmutableDictionary.Create<string, CancellationTokenSource>(StringComparer.Ordinal);

    /// <param name="before">The record before the action began.</param>
    private void Perform(PodAction action, PodRecord before)
    {
        var (record, stop) = (_record, _stop.Token);
        switch (action)
        {
            case PodAction.PrepareVolumes:
                Run(() => _operations.PrepareVolumesAsync(record, stop), new PodMessage.VolumesFailed());
                break;
            case PodAction.CreateSandbox create:
                Run(() => _operations.CreateSandboxAsync(record, create, stop), new PodMessage.SandboxFailed());
                break;
            case PodAction.StartContainer start:
                RunCancellable(start.Container.Name, token => _operations.StartAsync(record, start, token), Failed(start.Container.Name));
                break;
            case PodAction.CancelStart cancel:
                _cancellations.GetValueOrDefault(cancel.Name)?.Cancel();
                break;
            case PodAction.StopContainer kill:
                var isRepeat = before.Container(kill.Container.Name).Work == ContainerWork.Stopping;
                Stop(kill.Container.Name, kill.Instance.Id, isRepeat, token => _operations.StopAsync(record, kill, isRepeat, token));
                break;
            case PodAction.KillContainer kill:
                Stop(kill.Container.Name, kill.Instance.Id, isRepeat: before.Container(kill.Container.Name).Work != ContainerWork.None, token => _operations.KillAsync(record, kill, token));
                break;
            case PodAction.RemoveContainer remove:
                Run(() => _operations.RemoveContainerAsync(remove, stop), new PodMessage.Removed(remove.Name, remove.Id));
                break;
            case PodAction.HoldBack hold:
                TellOfBackOff(record.Pod, hold);
                break;
            case PodAction.EndPod { End: { Reason: { } reason, Message: { } message } }:
                _node.Events.Normal(record.Pod, null, reason, message);
                break;
            case PodAction.StopSandbox end:
                Run(() => _operations.StopSandboxAsync(end, stop), new PodMessage.SandboxStopped(false));
                break;
            case PodAction.RemoveEverything:
                Run(() => _operations.RemoveEverythingAsync(record, stop), new PodMessage.CleanedUp(false));
                break;
            case PodAction.DeleteObject:
                Run(() => DeleteAsync(record.Pod), new PodMessage.ObjectDeleted(false));
                break;
            default:
                break;
        }
    }

    /// <summary>A repeated stop takes over from the one before, which must say nothing of its end then.</summary>
    private void Stop(string name, string id, bool isRepeat, Func<CancellationToken, Task<PodMessage>> stop)
    {
        if (isRepeat)
        {
            _cancellations.GetValueOrDefault(name)?.Cancel();
        }

        var returned = new PodMessage.StopReturned(name, id);
        RunCancellable(
            name,
            async token =>
            {
                Post(await stop(token));
                return returned;
            },
            returned);
    }

    private async Task<PodMessage> DeleteAsync(Pod pod)
    {
        await _status.FlushAsync();
        return await _operations.DeleteObjectAsync(pod, _stop.Token);
    }

    private void TellOfBackOff(Pod pod, PodAction.HoldBack hold)
    {
        var (name, image) = (hold.Container.Name, hold.Container.Image);
        if (hold.Waiting.Reason == ImageReasons.BackOff)
        {
            _node.Events.Normal(pod, name, "BackOff", $"Back-off pulling image \"{image}\"");
            _node.Events.Warning(pod, name, "Failed", "Error: " + ImageReasons.BackOff);
        }
        else
        {
            _node.Events.Warning(pod, name, "BackOff", $"Back-off restarting failed container {name} in pod {PodSpecs.Text(pod)}");
        }
    }

    private static PodMessage.StartFailed Failed(string name) =>
        new(name, new StartFailure(StartReasons.CreateError, "the start has failed unexpectedly"), null);

    private void Run(Func<Task<PodMessage>> operation, PodMessage otherwise) => _tasks.Run(operation, otherwise, _stop.Token);

    private void RunCancellable(string name, Func<CancellationToken, Task<PodMessage>> operation, PodMessage otherwise)
    {
#pragma warning disable CA2000 // It has neither a timer nor a link: there is nothing to dispose of.
        var cancellation = new CancellationTokenSource();
#pragma warning restore CA2000
        ImmutableInterlocked.AddOrUpdate(ref _cancellations, name, cancellation, (_, _) => cancellation);
        _tasks.Run(
            async () =>
            {
                try
                {
                    return await operation(cancellation.Token);
                }
                finally
                {
                    Forget(name, cancellation);
                }
            },
            otherwise,
            cancellation.Token);
    }

    /// <summary>Another operation on the container may have taken its place.</summary>
    private void Forget(string name, CancellationTokenSource cancellation) =>
        ImmutableInterlocked.Update(ref _cancellations, all => all.GetValueOrDefault(name) == cancellation ? all.Remove(name) : all);
}
