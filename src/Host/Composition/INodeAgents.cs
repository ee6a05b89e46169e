using ActorKube.Api.Metrics;
using ActorKube.NodeAgent.Streams;

namespace ActorKube.Host.Composition;

/// <summary>The agents of a host's nodes: of its own, or of those that it simulates.</summary>
internal interface INodeAgents : IAsyncDisposable
{
    /// <summary>Of all their pods.</summary>
    IPodStreams Streams { get; }

    bool Has(string node);

    /// <summary>Returns when all nodes are registered.</summary>
    Task StartAsync(CancellationToken cancellationToken);

    /// <summary>What the nodes and their pods use.</summary>
    /// <exception cref="NodeAgent.Runtimes.RuntimeException">The engine doesn't answer.</exception>
    Task<IReadOnlyList<NodeReading>> ReadUsageAsync(CancellationToken cancellationToken);

    /// <summary>What one of them uses; null for one that has no agent now.</summary>
    /// <exception cref="NodeAgent.Runtimes.RuntimeException">The engine doesn't answer.</exception>
    Task<NodeReading?> ReadUsageAsync(string node, CancellationToken cancellationToken);
}
