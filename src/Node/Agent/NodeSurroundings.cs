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
}
