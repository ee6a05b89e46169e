using ActorKube.NodeAgent.Fencing;
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

    /// <summary>Tokens for pods; null leaves serviceAccountToken sources out of their volumes.</summary>
    public IServiceAccountTokens? Tokens { get; init; }

    /// <summary>
    /// How much longer this host may take itself for alive: the vouches of the cluster's other members. <see cref="TimeSpan.MaxValue"/> while nobody could replace it. Null for a host that
    /// is never fenced. Thread-safe and fast: asked four times a second, and before each start of what must not run twice.
    /// </summary>
    public Func<TimeSpan>? AliveFor { get; init; }

    /// <summary>Told by the agent whenever it asks <see cref="AliveFor"/>. Null without a guard.</summary>
    public IGuardLease? Guard { get; init; }
}
