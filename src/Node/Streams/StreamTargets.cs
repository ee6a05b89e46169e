using ActorKube.Api.Core;
using ActorKube.Api.Errors;

namespace ActorKube.NodeAgent.Streams;

/// <summary>Finds the instance of a container that a request means, from what the pod's status says, or tells why there is none. Pure.</summary>
internal static class StreamTargets
{
    /// <summary>The runtime's id of the instance whose log is meant.</summary>
    /// <exception cref="ApiException">400: there is no log.</exception>
    public static string LogOf(Pod pod, string name, bool previous)
    {
        if (Status(pod, name) is not { } status)
        {
            throw ApiErrors.BadRequest($"container \"{name}\" in pod \"{pod.Metadata.Name}\" is not available");
        }

        var last = status.LastState.Terminated?.ContainerID;
        if (previous)
        {
            return Raw(last) ?? throw ApiErrors.BadRequest($"previous terminated container \"{name}\" in pod \"{pod.Metadata.Name}\" not found");
        }

        return status.State switch
        {
            { Running: not null } => Raw(status.ContainerID),
            { Terminated: { } ended } => Raw(ended.ContainerID ?? last) ?? throw ApiErrors.BadRequest($"container \"{name}\" in pod \"{pod.Metadata.Name}\" is terminated"),
            _ when last is not null => Raw(last),
            { Waiting: { } waiting } => throw ApiErrors.BadRequest(waiting.Reason switch
            {
                ImageReasons.PullFailed or ImageReasons.BackOff =>
                    $"container \"{name}\" in pod \"{pod.Metadata.Name}\" is waiting to start: {(waiting.Reason == ImageReasons.PullFailed ? "image can't be pulled" : "trying and failing to pull image")}",
                _ => $"container \"{name}\" in pod \"{pod.Metadata.Name}\" is waiting to start: {waiting.Reason}",
            }),
            _ => null,
        } ?? throw ApiErrors.BadRequest($"container \"{name}\" in pod \"{pod.Metadata.Name}\" is waiting to start - no logs yet");
    }

    /// <summary>The runtime's id of the running instance.</summary>
    /// <exception cref="ApiException">It doesn't run.</exception>
    public static string Running(Pod pod, string name)
    {
        if (PodPhases.IsTerminal(pod.Status.Phase))
        {
            throw ApiErrors.BadRequest($"cannot exec into a container in a completed pod; current phase is {pod.Status.Phase}");
        }

        return Status(pod, name) is { State.Running: not null } status && Raw(status.ContainerID) is { } id
            ? id
            : throw ApiErrors.Internal($"unable to upgrade connection: container not found (\"{name}\")");
    }

    private static ContainerStatus? Status(Pod pod, string name) =>
        pod.Status.InitContainerStatuses.OrEmpty().Concat(pod.Status.ContainerStatuses.OrEmpty()).Concat(pod.Status.EphemeralContainerStatuses.OrEmpty())
            .FirstOrDefault(s => s.Name == name);

    private static string? Raw(string? containerId) =>
        string.IsNullOrEmpty(containerId) ? null : containerId.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 ? containerId[(scheme + 3)..] : containerId;
}
