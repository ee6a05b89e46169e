using ActorKube.Api.Core;

namespace ActorKube.NodeAgent.Pods;

/// <summary>Something to do for a pod. Each is begun once: the record says that it is under way until its outcome comes in.</summary>
internal abstract record PodAction
{
    public sealed record PrepareVolumes : PodAction;

    public sealed record CreateSandbox(int Attempt, bool Replaces) : PodAction;

    /// <summary>Fetches the image where needed, makes the container, starts it and runs its postStart hook.</summary>
    public sealed record StartContainer(Container Container, int Attempt) : PodAction;

    /// <summary>A start is not wanted any more.</summary>
    public sealed record CancelStart(string Name) : PodAction;

    /// <summary>Runs the preStop hook, asks the container to end, and kills it when the grace is over.</summary>
    /// <param name="Message">Of the Killing event.</param>
    public sealed record StopContainer(Container Container, ContainerInstance Instance, DateTimeOffset By, string Message) : PodAction;

    /// <summary>Kills the container at once, with neither hook nor grace.</summary>
    public sealed record KillContainer(Container Container, ContainerInstance Instance) : PodAction;

    /// <summary>Takes an old instance, with its log, off the host.</summary>
    public sealed record RemoveContainer(string Name, string Id) : PodAction;

    /// <summary>The container has to wait: nothing but a status and an event.</summary>
    public sealed record HoldBack(Container Container, Waiting Waiting) : PodAction;

    /// <summary>The pod is to end although nobody deletes it.</summary>
    public sealed record EndPod(PodEnd End) : PodAction;

    /// <summary>Frees the address of a pod whose containers have all ended; their logs stay.</summary>
    public sealed record StopSandbox(string SandboxId) : PodAction;

    /// <summary>Takes everything of the pod off the host.</summary>
    public sealed record RemoveEverything : PodAction;

    /// <summary>Deletes the API object, with no grace, now that nothing is left of the pod.</summary>
    public sealed record DeleteObject : PodAction;
}

/// <summary>What a look at a pod led to.</summary>
/// <param name="WakeAt">When to look again at the latest, even if nothing happens.</param>
internal sealed record PodPlan(IReadOnlyList<PodAction> Actions, DateTimeOffset? WakeAt)
{
    /// <summary>Nothing is left to do, ever.</summary>
    public bool Finished { get; init; }
}
