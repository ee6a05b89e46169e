using ActorKube.Api.Core;
using ActorKube.NodeAgent.Runtimes;
using ActorKube.NodeAgent.Images;
using ActorKube.NodeAgent.Handlers;
using ActorKube.NodeAgent.Pods;
using ActorKube.NodeAgent.Sources;
using ActorKube.NodeAgent.Variables;
using ActorKube.NodeAgent.Volumes;

namespace ActorKube.NodeAgent.Containers;

/// <summary>Takes one container from its specification to a running process whose postStart hook is done, or says why not.</summary>
internal sealed class ContainerStarter(NodeContext node, ImageEnsurer images, HookRunner hooks, TerminationLog words)
{
    // The kubelet lets a postStart hook run for as long as it likes; an end has to be.
    private static readonly TimeSpan HookTimeout = TimeSpan.FromHours(1);

    public async Task<PodMessage> StartAsync(PodRecord record, PodAction.StartContainer action, CancellationToken cancellationToken)
    {
        var (pod, container) = (record.Pod, action.Container);
        string? id = null;
        var fence = node.IsRunOnce(pod) ? node.Fence.Closing : CancellationToken.None;
        try
        {
            var (image, created) = await CreateAsync(record, action, cancellationToken);
            id = created;
            node.Events.Normal(pod, container.Name, "Created", $"Created container: {container.Name}");
            using (await node.Gate.EnterAsync(cancellationToken))
            {
                // Asked as late as can be: much time may have passed while this waited. The runtime may let it wait once more.
                if (fence.CanBeCanceled && node.Fence.Check())
                {
                    throw new OperationCanceledException(fence);
                }

                await node.Runtime.StartContainerAsync(id, fence);
            }

            var instance = Running(record, action, image, id);
            node.Events.Normal(pod, container.Name, "Started", $"Started container {container.Name}");
            return await PostStartAsync(record, container, instance, cancellationToken) ?? new PodMessage.StartSucceeded(container.Name, instance);
        }
        catch (StartException e)
        {
            return new PodMessage.StartFailed(container.Name, e.Failure, null);
        }
        catch (RuntimeException e) when (id is not null)
        {
            if (await IsSandboxLostAsync(record))
            {
                await node.Runtime.RemoveContainerAsync(id, CancellationToken.None);
                return new PodMessage.SandboxLost(container.Name, record.Sandbox!.Id);
            }

            node.Events.Warning(pod, container.Name, "Failed", "Error: " + e.Message);
            return new PodMessage.StartFailed(container.Name, new StartFailure(StartReasons.RunError, e.Message), await FailedInstanceAsync(record, action, id, e));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested || fence.IsCancellationRequested)
        {
            return new PodMessage.StartCancelled(container.Name, id is null ? null : await LeftAsync(id));
        }
    }

    /// <summary>What is left of a start that was cancelled: nothing of one that had not begun to run.</summary>
    private async Task<ContainerInstance?> LeftAsync(string id)
    {
        if (await LookAsync(id) is { State: not RuntimeContainerState.Created } ran)
        {
            return ran;
        }

        await node.Runtime.RemoveContainerAsync(id, CancellationToken.None);
        return null;
    }

    private async Task<bool> IsSandboxLostAsync(PodRecord record) =>
        await node.Runtime.GetSandboxAsync(record.Sandbox!.Id, CancellationToken.None) is not { State: SandboxState.Ready };

    private async Task<(ImageStatus Image, string Id)> CreateAsync(PodRecord record, PodAction.StartContainer action, CancellationToken cancellationToken)
    {
        var (pod, container) = (record.Pod, action.Container);
        for (var tries = 1; ; tries++)
        {
            var image = await images.EnsureAsync(pod, container, cancellationToken);
            try
            {
                var config = Configure(record, action, image);
                var sandbox = SandboxConfigs.Of(pod, record.Sandbox!.Attempt, node.Dns, node.Options.NodeName);
                using (await node.Gate.EnterAsync(cancellationToken))
                {
                    // Neither this nor the start is cancelled: each takes a moment, and half of it would be left.
                    return (image, await node.Runtime.CreateContainerAsync(record.Sandbox.Id, sandbox, config, CancellationToken.None));
                }
            }
            catch (ConfigException e)
            {
                throw Failure(pod, container, StartReasons.ConfigError, e.Message);
            }
            catch (RuntimeException e) when (e.Error == RuntimeError.ImageNotFound && tries == 1)
            {
                // It was removed a moment ago.
                images.Forget(container);
            }
            catch (Exception e) when (e is RuntimeException or IOException or UnauthorizedAccessException)
            {
                throw Failure(pod, container, StartReasons.CreateError, e.Message);
            }
        }
    }

    private ContainerConfig Configure(PodRecord record, PodAction.StartContainer action, ImageStatus image)
    {
        var (pod, container) = (record.Pod, action.Container);
        SecurityConfigs.CheckNonRoot(pod, container, image.User);
        var variables = ContainerEnvironment.Build(new EnvironmentInputs
        {
            Pod = pod,
            Container = container,
            Place = node.PlaceOf(record),
            Sources = node.Sources,
            Allocatable = node.Allocatable,
            Services = node.ServiceVariablesOf(pod),
        });
        var mounts = VolumeMounts.Of(pod, container, node.Directories, variables);
        return ContainerConfigs.Of(pod, container, new ContainerInputs(
            action.Attempt,
            ImageReference.Normalize(container.Image ?? "") ?? container.Image ?? "",
            variables,
            words.Create(pod, container, action.Attempt) is { } log ? [.. mounts, log] : mounts,
            node.Allocatable.GetValueOrDefault("memory").Value(),
            node.IsRunOnce(pod)));
    }

    private async Task<PodMessage?> PostStartAsync(PodRecord record, Container container, ContainerInstance instance, CancellationToken cancellationToken)
    {
        if (container.Lifecycle?.PostStart is not { } hook)
        {
            return null;
        }

        var error = await hooks.RunAsync(hook, node.EndpointOf(record, container), instance.Id, HookTimeout, cancellationToken);
        if (error is null)
        {
            return null;
        }

        node.Events.Warning(record.Pod, container.Name, "FailedPostStartHook", "PostStartHook failed");
        node.Events.Normal(record.Pod, container.Name, "Killing", $"FailedPostStartHook");
        await node.Runtime.StopContainerAsync(instance.Id, TimeSpan.FromSeconds(PodSpecs.GraceSeconds(record.Pod)), cancellationToken);
        return new PodMessage.StartFailed(container.Name, new StartFailure(StartReasons.PostStartHookError, error), await LookAsync(instance.Id));
    }

    private ContainerInstance Running(PodRecord record, PodAction.StartContainer action, ImageStatus image, string id) => new()
    {
        Id = id,
        SandboxId = record.Sandbox!.Id,
        Attempt = action.Attempt,
        State = RuntimeContainerState.Running,
        Image = ImageReference.Normalize(action.Container.Image ?? "") ?? "",
        ImageId = image.Digests.Count > 0 ? image.Digests[0] : image.Id,
        SpecHash = PodSpecs.Hash(action.Container),
        StartedAt = node.Time.GetUtcNow(),
    };

    /// <summary>The instance that could not be started. It counts as one that has ended, whatever the engine calls it.</summary>
    private async Task<ContainerInstance> FailedInstanceAsync(PodRecord record, PodAction.StartContainer action, string id, RuntimeException e)
    {
        var now = node.Time.GetUtcNow();
        return await LookAsync(id) is { HasExited: true } seen ? seen with { FinishedAt = seen.FinishedAt ?? now } : Running(record, action, new ImageStatus { Id = "" }, id) with
        {
            State = RuntimeContainerState.Exited,
            ExitCode = e.ExitCode ?? 128,
            Reason = StartReasons.StartError,
            Message = e.Message,
            FinishedAt = now,
        };
    }

    /// <summary>Null if it can't be looked at: a list will tell later.</summary>
    private async Task<ContainerInstance?> LookAsync(string id)
    {
        try
        {
            return await node.Runtime.GetContainerAsync(id, CancellationToken.None) is { } found ? Instances.From(found, null) : null;
        }
        catch (RuntimeException)
        {
            return null;
        }
    }

    private StartException Failure(Pod pod, Container container, string reason, string message)
    {
        node.Events.Warning(pod, container.Name, "Failed", "Error: " + message);
        return new StartException(new StartFailure(reason, message));
    }
}
