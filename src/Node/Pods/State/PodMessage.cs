using ActorKube.Api.Core;
using ActorKube.NodeAgent.Runtimes;

namespace ActorKube.NodeAgent.Pods;

/// <summary>Something that a pod's worker has learned.</summary>
internal abstract record PodMessage
{
    public sealed record Changed(Pod Pod) : PodMessage;

    public sealed record Vanished : PodMessage;

    /// <summary>What the runtime has of the pod: all sandboxes, and all containers, exited ones with their exit codes.</summary>
    /// <param name="At">When the list was begun: what was made later need not be in it.</param>
    public sealed record Listed(DateTimeOffset At, IReadOnlyList<SandboxStatus> Sandboxes, IReadOnlyList<KnownContainer> Containers) : PodMessage;

    /// <param name="RenewAt">When they have to be brought up to date although nothing has changed; null for never.</param>
    public sealed record VolumesPrepared(DateTimeOffset? RenewAt = null) : PodMessage;

    public sealed record VolumesFailed : PodMessage;

    public sealed record SandboxCreated(SandboxStatus Sandbox) : PodMessage;

    public sealed record SandboxFailed : PodMessage;

    public sealed record SandboxDied(string Id) : PodMessage;

    public sealed record StartSucceeded(string Name, ContainerInstance Instance) : PodMessage;

    /// <param name="Instance">What was made before it failed; null if nothing was.</param>
    public sealed record StartFailed(string Name, StartFailure Failure, ContainerInstance? Instance) : PodMessage;

    /// <summary>The start was cancelled.</summary>
    public sealed record StartCancelled(string Name, ContainerInstance? Instance) : PodMessage;

    /// <summary>The start failed because the sandbox had died meanwhile: no fault of the container, of which nothing is left.</summary>
    public sealed record SandboxLost(string Name, string SandboxId) : PodMessage;

    /// <summary>An instance was looked at; null if there is none of this id any more.</summary>
    public sealed record Observed(string Name, string Id, ContainerInstance? Instance) : PodMessage;

    /// <summary>Something has happened to an instance: look at it.</summary>
    public sealed record Heard(string Name, string Id) : PodMessage;

    public sealed record Removed(string Name, string Id) : PodMessage;

    /// <summary>The stop of an instance has come to its end; another message says how the instance ended.</summary>
    public sealed record StopReturned(string Name, string Id) : PodMessage;

    public sealed record SandboxStopped(bool Succeeded) : PodMessage;

    public sealed record CleanedUp(bool Succeeded) : PodMessage;

    public sealed record ObjectDeleted(bool Succeeded) : PodMessage;

    public sealed record Probed(string Name, string Id, ProbeVerdict Verdict) : PodMessage;

    /// <summary>A ConfigMap or Secret that the pod uses has changed.</summary>
    public sealed record SourcesChanged : PodMessage;

    /// <summary>Time to look again.</summary>
    public sealed record Tick : PodMessage;
}

/// <summary>A container that the runtime has, under its name in the pod.</summary>
internal sealed record KnownContainer(string Name, ContainerInstance Instance);

/// <summary>Why a container could not be started.</summary>
/// <param name="IsImage">The image could not be had: its own back-off applies.</param>
internal sealed record StartFailure(string Reason, string Message, bool IsImage = false);

/// <summary>What probes have decided of a container: one of them has changed its mind.</summary>
internal abstract record ProbeVerdict
{
    public sealed record Started : ProbeVerdict;

    public sealed record Ready(bool Value) : ProbeVerdict;

    public sealed record Doomed(Doom Doom) : ProbeVerdict;
}
