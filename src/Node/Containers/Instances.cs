using ActorKube.NodeAgent.Runtimes;
using ActorKube.NodeAgent.Pods;

namespace ActorKube.NodeAgent.Containers;

/// <summary>From what the runtime says of a container to what the agent keeps of it. Pure.</summary>
internal static class Instances
{
    /// <param name="message">Its last words.</param>
    public static ContainerInstance From(RuntimeContainer container, string? message) => From((ContainerSummary)container) with
    {
        StartedAt = container.StartedAt,
        FinishedAt = container.FinishedAt,
        ExitCode = container.ExitCode ?? 0,
        Reason = container.State == RuntimeContainerState.Exited ? Reason(container) : "",
        Message = message ?? (container.Error.Length > 0 ? container.Error : null),
    };

    public static ContainerInstance From(ContainerSummary container) => new()
    {
        Id = container.Id,
        SandboxId = container.SandboxId,
        Attempt = container.Attempt,
        State = container.State,
        Image = container.Image,
        ImageId = container.ImageId,
        SpecHash = container.SpecHash,
    };

    private static string Reason(RuntimeContainer container) => container switch
    {
        { OutOfMemory: true } => StartReasons.OutOfMemory,
        { Error.Length: > 0, StartedAt: null } => StartReasons.StartError,
        { ExitCode: 0 } => StartReasons.Completed,
        _ => StartReasons.Error,
    };
}
