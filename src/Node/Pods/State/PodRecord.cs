using System.Collections.Immutable;
using ActorKube.Api.Core;
using ActorKube.NodeAgent.Runtimes;

namespace ActorKube.NodeAgent.Pods;

/// <summary>Something that a pod needs once: it is to be done, being done, done, or to be tried again.</summary>
internal sealed record SetUp
{
    public static SetUp ToDo { get; } = new();

    public bool Busy { get; init; }

    public bool Done { get; init; }

    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>What is done is done again then.</summary>
    public DateTimeOffset? RenewAt { get; init; }

    /// <summary>When it is to be done next; null for now, or for never if it is done.</summary>
    public DateTimeOffset? NextAt => Done ? RenewAt : RetryAt;

    public bool IsDue(DateTimeOffset now) => !Busy && (NextAt is { } next ? next <= now : !Done);

    /// <summary>Something changed since it was done, or since it began: then once it has ended.</summary>
    public SetUp Again() => Busy ? this with { IsStale = true } : Done ? ToDo : this;

    public SetUp Succeeded(DateTimeOffset? renewAt) => IsStale ? ToDo : new() { Done = true, RenewAt = renewAt };

    /// <summary>Failed: the next try comes after 2 s at first, twice as late each time, at most 2 minutes later (the kubelet's delays for mounts begin at 0.5 s).</summary>
    public SetUp Failed(DateTimeOffset now) => new() { RetryAt = now + Delay, Delay = Delay * 2 < Longest ? Delay * 2 : Longest };

    private bool IsStale { get; init; }

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(2);
}

/// <summary>Why the agent lets a pod run no longer although nobody deletes it.</summary>
/// <param name="Reason">status.reason; null for a pod that has completed by itself.</param>
/// <param name="Failed">The phase is Failed whatever the containers say.</param>
internal sealed record PodEnd(string? Reason, string? Message, bool Failed)
{
    public static PodEnd Completed { get; } = new(null, null, false);

    /// <summary>It was not admitted: there never was anything of it on this node.</summary>
    public bool Rejected { get; init; }
}

/// <summary>All that the agent knows of one pod. Immutable: messages make the next one (<see cref="PodTransitions"/>), decisions only read it.</summary>
internal sealed record PodRecord
{
    public required Pod Pod { get; init; }

    /// <summary>The API object is no more.</summary>
    public bool Gone { get; init; }

    /// <summary>It must not run twice, and its host is not vouched for: nothing of it may run.</summary>
    public bool Fenced { get; init; }

    public SetUp Volumes { get; init; } = SetUp.ToDo;

    public SetUp SandboxSetUp { get; init; } = SetUp.ToDo;

    public SandboxStatus? Sandbox { get; init; }

    /// <summary>When the agent got its sandbox; null if it found it.</summary>
    public DateTimeOffset? SandboxSince { get; init; }

    public ImmutableDictionary<string, ContainerRecord> Containers { get; init; } = ImmutableDictionary.Create<string, ContainerRecord>(StringComparer.Ordinal);

    public PodEnd? End { get; init; }

    /// <summary>When the agent began to end the pod; grace counts from here.</summary>
    public DateTimeOffset? EndingSince { get; init; }

    public DateTimeOffset? StartTime { get; init; }

    /// <summary>Everything of it is gone from the host.</summary>
    public SetUp CleanUp { get; init; } = SetUp.ToDo;

    public SetUp SandboxStop { get; init; } = SetUp.ToDo;

    public SetUp Deletion { get; init; } = SetUp.ToDo;

    public string Uid => Pod.Metadata.Uid ?? "";

    public bool IsDeleting => Pod.Metadata.DeletionTimestamp is not null;

    public bool IsEnding => Gone || IsDeleting || End is not null;

    public bool SandboxReady => Sandbox is { State: SandboxState.Ready };

    public ContainerRecord Container(string name) => Containers.GetValueOrDefault(name, ContainerRecord.Empty);

    public PodRecord With(string name, ContainerRecord container) => this with { Containers = Containers.SetItem(name, container) };

    public bool AnyRunning => Containers.Values.Any(static c => c.IsRunning);

    /// <summary>Nothing that the agent began for a container is under way.</summary>
    public bool IsQuiet => Containers.Values.All(static c => c.Work == ContainerWork.None);
}
