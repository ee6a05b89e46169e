using ActorKube.Api.Metrics;

namespace ActorKube.Server.Proxying.Nodes;

/// <summary>What the agents of this host's own nodes tell of them. Thread-safe.</summary>
public interface ILocalNodes
{
    /// <summary>Whether an agent of this host acts for the node.</summary>
    bool Has(string node);

    /// <summary>What the node and its pods use; null if it can't be measured now.</summary>
    Task<NodeReading?> ReadUsageAsync(string node, CancellationToken cancellationToken);
}
