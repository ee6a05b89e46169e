using ActorKube.Api.Core;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.NodeAgent.Fencing;
using ActorKube.NodeAgent.PodNetworks;
using ActorKube.NodeAgent.Probes;
using ActorKube.NodeAgent.Volumes;

namespace ActorKube.NodeAgent;

/// <summary>What a host gives its node agent besides the store and the engine.</summary>
public sealed record NodeSurroundings
{
    /// <summary>How pods are probed. A <see cref="HealthyProber"/> goes with a runtime in which nothing listens.</summary>
    public required INetworkProber Network { get; init; }

    /// <summary>Source of jitter.</summary>
    public required Random Random { get; init; }

    /// <summary>Tells of changes; one for all agents of a process. Null: the agent has its own.</summary>
    public NodeFeed? Feed { get; init; }

    /// <summary>The pods that are bound to a node of that name. Default: looks through all; whoever has an index says so.</summary>
    public Func<ViewSnapshot, string, IEnumerable<StoredObject>> PodsOf { get; init; } = static (view, node) => view.List("pods").Where(p => p.Read<Pod>().Spec.NodeName == node);

    /// <summary>Tokens for pods; null leaves serviceAccountToken sources out of their volumes.</summary>
    public IServiceAccountTokens? Tokens { get; init; }

    /// <summary>
    /// How much longer this host may take itself for alive: the vouches of the cluster's other members. <see cref="TimeSpan.MaxValue"/> while nobody could replace it. Null for a host that
    /// is never fenced. Thread-safe and fast: asked four times a second, and before each start of what must not run twice.
    /// </summary>
    public Func<TimeSpan>? AliveFor { get; init; }

    /// <summary>Told by the agent whenever it asks <see cref="AliveFor"/>. Null without a guard.</summary>
    public IGuardLease? Guard { get; init; }

    /// <summary>Null where pods are on the engine's default network.</summary>
    public PodNetworkFacts? PodNetwork { get; init; }

    /// <summary>Conditions that the Node is to have besides the agent's own, asked for at each report; none by default. Thread-safe.</summary>
    public Func<IReadOnlyList<ReportedCondition>> Conditions { get; init; } = static () => [];

    /// <summary>
    /// Given a pod, its uid and the addresses of its sandbox, returns when the network policies for it are in effect. Called before anything of the pod runs. Null where nobody enforces any.
    /// </summary>
    public Func<ObjectKey, string, IReadOnlyList<string>, CancellationToken, Task>? Isolate { get; init; }
}
