using ActorKube.Api.Core;
using ActorKube.Api.Metrics;
using ActorKube.Engine.Objects;
using ActorKube.NodeAgent.Streams;

namespace ActorKube.Host.Composition.Fleet;

/// <summary>
/// The nodes that a host simulates, each with an agent of its own. The host carries them (<see cref="NodeCarriage"/>): they are there as long as it is, and it says so when one is lost. Nothing else in
/// the cluster knows that they are simulated.
/// </summary>
internal sealed class SimulatedFleet : INodeAgents
{
    /// <summary>Nodes that start at one time: as many writes as fill a commit.</summary>
    private const int Parallel = 256;

    private readonly FleetParts _parts;
    private readonly Dictionary<string, PoweredNode> _nodes;
    private readonly PowerWatch _power;

    public SimulatedFleet(FleetParts parts, IReadOnlyList<PlannedNode> plan)
    {
        _parts = parts;
        _nodes = plan.ToDictionary(static n => n.Name, n => new PoweredNode(new SimulatedNode(n, parts), parts), StringComparer.Ordinal);
        _power = new PowerWatch(_nodes);
        Streams = new FleetStreams(parts.Store.View, node => _nodes.GetValueOrDefault(node)?.Agent?.Streams);
    }

    public IPodStreams Streams { get; }

    public bool Has(string node) => _nodes.ContainsKey(node);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        // First listen, then look.
        _power.Follow(_parts.Store.View);
        var snapshot = _parts.Store.View.Snapshot();
        await System.Threading.Tasks.Parallel.ForEachAsync(
            _nodes,
            new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellationToken },
            async (node, _) => await node.Value.StartAsync(snapshot.Get(new ObjectKey("nodes", "", node.Key)) is not { } stored || PowerWatch.IsOn(stored)).ConfigureAwait(false)).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<NodeReading>> ReadUsageAsync(CancellationToken cancellationToken) =>
        await Task.WhenAll(_nodes.Values.Select(static n => n.Agent).OfType<NodeAgent.NodeAgentService>().Select(a => a.ReadUsageAsync(cancellationToken))).ConfigureAwait(false);

    public async Task<NodeReading?> ReadUsageAsync(string node, CancellationToken cancellationToken) =>
        _nodes.GetValueOrDefault(node)?.Agent is { } agent ? await agent.ReadUsageAsync(cancellationToken).ConfigureAwait(false) : null;

    public async ValueTask DisposeAsync()
    {
        _power.Dispose();
        await System.Threading.Tasks.Parallel.ForEachAsync(_nodes.Values, static async (node, _) => await node.DisposeAsync().ConfigureAwait(false)).ConfigureAwait(false);
        _parts.Feed.Dispose();
    }
}
