using ActorKube.Api.Metrics;
using ActorKube.NodeAgent;
using ActorKube.NodeAgent.Streams;

namespace ActorKube.Host.Composition;

/// <summary>The one node of a host that is itself.</summary>
internal sealed class OwnNode(string name, NodeAgentService agent) : INodeAgents
{
    public IPodStreams Streams => agent.Streams;

    public bool Has(string node) => node == name;

    public Task StartAsync(CancellationToken cancellationToken) => agent.StartAsync(cancellationToken);

    public async Task<IReadOnlyList<NodeReading>> ReadUsageAsync(CancellationToken cancellationToken) => [await agent.ReadUsageAsync(cancellationToken).ConfigureAwait(false)];

    public async Task<NodeReading?> ReadUsageAsync(string node, CancellationToken cancellationToken) => Has(node) ? await agent.ReadUsageAsync(cancellationToken).ConfigureAwait(false) : null;

    public ValueTask DisposeAsync() => agent.DisposeAsync();
}
