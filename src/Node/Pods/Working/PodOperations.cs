using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Engine.Journals;
using ActorKube.Engine.Objects;
using ActorKube.NodeAgent.Runtimes;
using ActorKube.NodeAgent.Containers;
using ActorKube.NodeAgent.Volumes;
using Microsoft.Extensions.Logging;

namespace ActorKube.NodeAgent.Pods;

/// <summary>Performs a pod's actions and says how they went. What fails for a known reason is an answer, not an exception.</summary>
internal sealed partial class PodOperations(PodServices services, ILogger logger)
{
    // The engine failed to stop a container: it is asked again after this time.
    private static readonly TimeSpan StopRetryDelay = TimeSpan.FromSeconds(2);

    // The same for a kill, which has no time to lose.
    private static readonly TimeSpan KillRetryDelay = TimeSpan.FromMilliseconds(200);

    private NodeContext Node => services.Node;

    public async Task<PodMessage> PrepareVolumesAsync(PodRecord record, CancellationToken cancellationToken)
    {
        try
        {
            return new PodMessage.VolumesPrepared(await services.Volumes.PrepareAsync(VolumeInputs(record), cancellationToken));
        }
        catch (VolumeException e)
        {
            Node.Events.Warning(record.Pod, null, "FailedMount", e.Message);
            return new PodMessage.VolumesFailed();
        }
    }

    public async Task<PodMessage> CreateSandboxAsync(PodRecord record, PodAction.CreateSandbox action, CancellationToken cancellationToken)
    {
        var pod = record.Pod;
        if (action.Replaces)
        {
            Node.Events.Normal(pod, null, "SandboxChanged", "Pod sandbox changed, it will be killed and re-created.");
        }

        try
        {
            SandboxStatus sandbox;
            using (await Node.Gate.EnterAsync(cancellationToken))
            {
                var config = SandboxConfigs.Of(pod, action.Attempt, Node.Dns, Node.Options.NodeName);
                sandbox = await Node.Runtime.CreateSandboxAsync(config, cancellationToken);
            }

            if (Node.Surroundings.Isolate is { } isolate && !pod.Spec.HostNetwork)
            {
                await isolate(new ObjectKey("pods", pod.Metadata.Namespace ?? "", pod.Metadata.Name ?? ""), record.Uid, sandbox.Addresses, cancellationToken);
            }

            return new PodMessage.SandboxCreated(sandbox);
        }
        catch (RuntimeException e)
        {
            Node.Events.Warning(pod, null, "FailedCreatePodSandBox", "Failed to create pod sandbox: " + e.Message);
            return new PodMessage.SandboxFailed();
        }
    }

    public Task<PodMessage> StartAsync(PodRecord record, PodAction.StartContainer action, CancellationToken cancellationToken) =>
        services.Starter.StartAsync(record, action, cancellationToken);

    /// <summary>Returns how the container ended; the end of the stop itself is the caller's to tell.</summary>
    public async Task<PodMessage> StopAsync(PodRecord record, PodAction.StopContainer action, bool isRepeat, CancellationToken cancellationToken)
    {
        try
        {
            await services.Stopper.StopAsync(record, action, isRepeat, cancellationToken);
        }
        catch (RuntimeException e)
        {
            LogFailed(logger, "stop container", action.Instance.Id, e.Message);
            await Task.Delay(StopRetryDelay, Node.Time, cancellationToken);
        }

        return await LookAsync(record, action.Container.Name, action.Instance.Id, cancellationToken);
    }

    /// <summary>As <see cref="StopAsync"/>, at once.</summary>
    public async Task<PodMessage> KillAsync(PodRecord record, PodAction.KillContainer action, CancellationToken cancellationToken)
    {
        var (name, id) = (action.Container.Name, action.Instance.Id);
        Node.Events.Warning(record.Pod, name, "Fenced", $"Container {name} is killed: its pod must not run twice, and no majority vouches for node {Node.Options.NodeName}");
        try
        {
            await Node.Runtime.StopContainerAsync(id, TimeSpan.Zero, cancellationToken);
        }
        catch (RuntimeException e)
        {
            LogFailed(logger, "kill container", id, e.Message);
            await Task.Delay(KillRetryDelay, Node.Time, cancellationToken);
        }

        return await LookAsync(record, name, id, cancellationToken);
    }

    public async Task<PodMessage> RemoveContainerAsync(PodAction.RemoveContainer action, CancellationToken cancellationToken)
    {
        try
        {
            await Node.Runtime.RemoveContainerAsync(action.Id, cancellationToken);
        }
        catch (RuntimeException e)
        {
            // It goes with the pod at the latest.
            LogFailed(logger, "remove container", action.Id, e.Message);
        }

        return new PodMessage.Removed(action.Name, action.Id);
    }

    public async Task<PodMessage> StopSandboxAsync(PodAction.StopSandbox action, CancellationToken cancellationToken) =>
        new PodMessage.SandboxStopped(await TryAsync("stop sandbox", action.SandboxId, () => Node.Runtime.StopSandboxAsync(action.SandboxId, cancellationToken)));

    /// <summary>Sandboxes that were replaced are found by asking: the record knows the newest only.</summary>
    public async Task<PodMessage> RemoveEverythingAsync(PodRecord record, CancellationToken cancellationToken) =>
        new PodMessage.CleanedUp(await TryAsync("clean up pod", record.Uid, async () =>
        {
            if (record.Sandbox is { } sandbox)
            {
                await Node.Runtime.RemoveSandboxAsync(sandbox.Id, cancellationToken);
                if (sandbox.Attempt > 0)
                {
                    await RemoveOldSandboxesAsync(record.Uid, cancellationToken);
                }
            }

            services.Volumes.Remove(record.Uid);
        }));

    public async Task<PodMessage> DeleteObjectAsync(Pod pod, CancellationToken cancellationToken)
    {
        var kind = Node.Commands.Kinds.Stored("pods");
        var key = new ObjectKey(kind.Resource, pod.Metadata.Namespace ?? "", pod.Metadata.Name ?? "");
        var options = new DeleteOptions { GracePeriodSeconds = 0, Preconditions = new Preconditions { Uid = pod.Metadata.Uid } };
        try
        {
            await Node.Commands.DeleteAsync(kind, key, options, Node.Writing("pod ended"), cancellationToken);
            return new PodMessage.ObjectDeleted(true);
        }
        catch (ApiException e) when (e.Code is 404 or 409)
        {
            // Gone already, or another pod of that name.
            return new PodMessage.ObjectDeleted(true);
        }
        catch (Exception e) when (e is ApiException or JournalUnavailableException)
        {
            LogFailed(logger, "delete pod", key.ToString(), e.Message);
            return new PodMessage.ObjectDeleted(false);
        }
    }

    /// <summary>How an instance is now.</summary>
    public async Task<PodMessage> LookAsync(PodRecord record, string name, string id, CancellationToken cancellationToken)
    {
        try
        {
            return new PodMessage.Observed(name, id, await InstanceAsync(record.Pod, name, id, cancellationToken));
        }
        catch (RuntimeException e)
        {
            LogFailed(logger, "inspect container", id, e.Message);
            return new PodMessage.Tick();
        }
    }

    /// <summary>Null if there is none.</summary>
    public async Task<ContainerInstance?> InstanceAsync(Pod pod, string name, string id, CancellationToken cancellationToken)
    {
        if (await Node.Runtime.GetContainerAsync(id, cancellationToken) is not { } found)
        {
            return null;
        }

        var words = found.State == RuntimeContainerState.Exited && PodSpecs.Find(pod, name) is { } container
            ? await services.Words.ReadAsync(pod, container, found, cancellationToken)
            : null;
        return Instances.From(found, words);
    }

    private VolumeInputs VolumeInputs(PodRecord record) => new()
    {
        Pod = record.Pod,
        Place = Node.PlaceOf(record),
        Sources = Node.Sources,
        Allocatable = Node.Allocatable,
        Tokens = Node.Tokens,
    };

    private async Task RemoveOldSandboxesAsync(string uid, CancellationToken cancellationToken)
    {
        foreach (var old in (await Node.Runtime.ListSandboxesAsync(cancellationToken)).Where(s => s.Pod.Uid == uid))
        {
            await Node.Runtime.RemoveSandboxAsync(old.Id, cancellationToken);
        }
    }

    private async Task<bool> TryAsync(string what, string id, Func<Task> action)
    {
        try
        {
            await action();
            return true;
        }
        catch (Exception e) when (e is RuntimeException or IOException or UnauthorizedAccessException)
        {
            LogFailed(logger, what, id, e.Message);
            return false;
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Could not {What} {Id}: {Error}")]
    private static partial void LogFailed(ILogger logger, string what, string id, string error);
}
