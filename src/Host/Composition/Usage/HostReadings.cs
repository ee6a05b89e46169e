using System.Text.Json;
using ActorKube.Api.Metrics;
using ActorKube.Host.Composition.Clustering;
using ActorKube.NodeAgent.Runtimes;
using ActorKube.Server.Authentication;
using ActorKube.Server.Forwarding;
using ActorKube.Server.Proxying.Nodes;
using Microsoft.Extensions.Logging;

namespace ActorKube.Host.Composition.Usage;

/// <summary>
/// The readings of all hosts: that of this host's agent, and those of the others, which are asked when somebody here asks, and at most every <see cref="Freshness"/>. They go from host to host and
/// are never written. Thread-safe.
/// </summary>
internal sealed partial class HostReadings(HostCluster? cluster, TimeProvider time, ILogger<HostReadings> log) : IUsageReadings, ILocalNodes, IAsyncDisposable
{
    /// <summary>Less than the 15 s at which each autoscaler asks, so that many of them cost as much as one.</summary>
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(10);

    /// <summary>A host that has not been asked for a while measures for a second.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly HttpForwarder? _http = cluster is null ? null : new HttpForwarder(cluster.Connections);
    private readonly SemaphoreSlim _turn = new(1, 1);
    private IReadOnlyList<NodeReading> _newest = [];
    private DateTimeOffset _readAt;

    /// <summary>The agents of this host's nodes; null before there are any.</summary>
    public INodeAgents? Agents { get; set; }

    public async ValueTask<IReadOnlyList<NodeReading>> ReadAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_newest.Count == 0 || time.GetUtcNow() - _readAt >= Freshness)
            {
                var readings = await Task.WhenAll(cluster?.OtherHosts.Select(address => AskAsync(address, cancellationToken)).Append(ReadOwnAsync(cancellationToken)) ?? [ReadOwnAsync(cancellationToken)]).ConfigureAwait(false);
                _newest = [.. readings.SelectMany(static r => r ?? [])];
                _readAt = time.GetUtcNow();
            }

            return _newest;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>The readings of this host's own nodes; null if they can't be had.</summary>
    public Task<IReadOnlyList<NodeReading>?> ReadOwnAsync(CancellationToken cancellationToken) =>
        TryAsync(async () => Agents is { } agents ? await agents.ReadUsageAsync(cancellationToken).ConfigureAwait(false) : null);

    public bool Has(string node) => Agents?.Has(node) == true;

    public Task<NodeReading?> ReadUsageAsync(string node, CancellationToken cancellationToken) =>
        TryAsync(async () => Agents is { } agents ? await agents.ReadUsageAsync(node, cancellationToken).ConfigureAwait(false) : null);

    public ValueTask DisposeAsync()
    {
        _turn.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<T?> TryAsync<T>(Func<Task<T?>> read)
        where T : class
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (RuntimeException e)
        {
            LogUnread(log, e.Message);
            return null;
        }
    }

    private async Task<IReadOnlyList<NodeReading>?> AskAsync(string address, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var answer = await _http!.GetAsync(address, ReadingsHandler.Path, Users.System, both.Token).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return answer is null ? null : JsonSerializer.Deserialize(answer, ReadingsJson.Default.IReadOnlyListNodeReading);
    }

    [LoggerMessage(1, LogLevel.Warning, "What this node uses can't be read: {Error}")]
    private static partial void LogUnread(ILogger logger, string error);
}
