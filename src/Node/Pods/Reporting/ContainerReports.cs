using ActorKube.Api.Core;

namespace ActorKube.NodeAgent.Pods;

/// <summary>The statuses of containers, one for each of the specification and in its order. Pure. Follows the kubelet's convertToAPIContainerStatuses.</summary>
internal static class ContainerReports
{
    /// <param name="ended">Nothing runs and nothing will.</param>
    public static IReadOnlyList<ContainerStatus> Of(PodRecord record, IEnumerable<Container> containers, NodeFacts node, bool ended) =>
        [.. containers.Select(c => Of(record, c, node, ended))];

    private static ContainerStatus Of(PodRecord record, Container container, NodeFacts node, bool ended)
    {
        var known = record.Container(container.Name);
        var status = new ContainerStatus
        {
            Name = container.Name,
            Image = container.Image ?? "",
            State = new ContainerState { Waiting = DefaultWaiting(record.Pod) },
            RestartCount = known.MinimumAttempt,
            VolumeMounts = Mounts(container),
        };
        if (known.Current is { } current)
        {
            status = status with
            {
                Image = current.Image.Length > 0 ? current.Image : status.Image,
                ImageID = current.ImageId,
                ContainerID = Id(node, current),
                RestartCount = current.Attempt,
                State = State(node, current),
                LastState = known.Previous is { HasExited: true } previous ? State(node, previous) : new ContainerState(),
            };
        }

        return WithProbes(record, container, known, WithProblem(record, container, known, status, ended));
    }

    /// <summary>What is to be started, or started again, waits; how it ended last moves to lastState.</summary>
    private static ContainerStatus WithProblem(PodRecord record, Container container, ContainerRecord known, ContainerStatus status, bool ended)
    {
        if (ended)
        {
            return status.State.Waiting is null ? status : status with { State = new ContainerState { Terminated = Unknown } };
        }

        var waits = known.Current is not { HasExited: true } instance ? known.Current is not { IsRunning: true } : PodSpecs.Restarts(record.Pod, container, instance.ExitCode);
        if (!waits || record.End is not null || known.Problem is not { } problem)
        {
            return status;
        }

        return status with
        {
            State = new ContainerState { Waiting = new ContainerStateWaiting { Reason = problem.Reason, Message = problem.Message.Length > 0 ? problem.Message : null } },
            LastState = status.State.Terminated is null ? status.LastState : status.State,
        };
    }

    private static ContainerStatus WithProbes(PodRecord record, Container container, ContainerRecord known, ContainerStatus status)
    {
        var started = status.State.Running is not null && known.Started;
        var runsToEnd = PodSpecs.IsInit(record.Pod, container.Name) && !PodContainers.IsSidecar(container);
        return PodSpecs.IsEphemeral(record.Pod, container.Name)
            ? status
            : status with { Started = started, Ready = runsToEnd ? status.State.Terminated is { ExitCode: 0 } : started && known.Ready };
    }

    private static ContainerState State(NodeFacts node, ContainerInstance instance) => instance.State switch
    {
        RuntimeContainerState.Running => new ContainerState { Running = new ContainerStateRunning { StartedAt = instance.StartedAt } },
        RuntimeContainerState.Exited => new ContainerState
        {
            Terminated = new ContainerStateTerminated
            {
                ExitCode = instance.ExitCode,
                Reason = instance.Reason,
                Message = instance.Message,
                StartedAt = instance.StartedAt,
                FinishedAt = instance.FinishedAt,
                ContainerID = Id(node, instance),
            },
        },
        _ => new ContainerState { Waiting = new ContainerStateWaiting { Reason = "ContainerCreating" } },
    };

    private static ContainerStateTerminated Unknown { get; } = new()
    {
        Reason = StartReasons.StatusUnknown,
        Message = "The container could not be located when the pod was terminated",
        ExitCode = 137,
    };

    private static ContainerStateWaiting DefaultWaiting(Pod pod) =>
        new() { Reason = PodSpecs.Init(pod).Any() ? "PodInitializing" : "ContainerCreating" };

    private static IReadOnlyList<VolumeMountStatus>? Mounts(Container container) => container.VolumeMounts is not { Count: > 0 } mounts ? null :
    [
        .. mounts.Select(static m => new VolumeMountStatus
        {
            Name = m.Name,
            MountPath = m.MountPath,
            ReadOnly = m.ReadOnly,
            RecursiveReadOnly = m.ReadOnly ? "Disabled" : null,
        }),
    ];

    private static string? Id(NodeFacts node, ContainerInstance instance) => instance.Id.Length == 0 ? null : $"{node.RuntimeName}://{instance.Id}";
}
