using System.Text.Json;
using ActorKube.Api.Metrics;
using ActorKube.Host.Composition.Clustering;
using ActorKube.NodeAgent.Runtimes;
using ActorKube.Server.Authentication;
using ActorKube.Server.Forwarding;
using Microsoft.Extensions.Logging;

namespace ActorKube.Host.Composition.Usage;

/// <summary>
/// The readings of all hosts: that of this host's agent, and those of the others, which are asked when somebody here asks, and at most every <see cref="Freshness"/>. They go from host to host and
/// are never written. Thread-safe.
/// </summary>
internal sealed partial class HostReadings(HostCluster? cluster, TimeProvider time, ILogger<HostReadings> log) : IUsageReadings, IAsyncDisposable
{
    /// <summary>Less than the 15 s at which each autoscaler asks, so that many of them cost as much as one.</summary>
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(10);

    /// <summary>A host that has not been asked for a while measures for a second.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly HttpForwarder? _http = cluster is null ? null : new HttpForwarder(cluster.Connections);
    private readonly SemaphoreSlim _turn = new(1, 1);
    private IReadOnlyList<NodeReading> _newest = [];
    private DateTimeOffset _readAt;

    /// <summary>Asks this host's own agent; null before there is one.</summary>
    public Func<CancellationToken, Task<NodeReading>>? Agent { get; set; }

    public async ValueTask<IReadOnlyList<NodeReading>> ReadAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_newest.Count == 0 || time.GetUtcNow() - _readAt >= Freshness)
            {
                var readings = await Task.WhenAll(cluster?.OtherHosts.Select(address => AskAsync(address, cancellationToken)).Append(ReadOwnAsync(cancellationToken)) ?? [ReadOwnAsync(cancellationToken)]).ConfigureAwait(false);
                _newest = [.. readings.OfType<NodeReading>()];
                _readAt = time.GetUtcNow();
            }

            return _newest;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>The reading of this host's own node; null if it can't be had.</summary>
    public async Task<NodeReading?> ReadOwnAsync(CancellationToken cancellationToken)
    {
        try
        {
            return Agent is { } agent ? await agent(cancellationToken).ConfigureAwait(false) : null;
        }
        catch (RuntimeException e)
        {
            LogUnread(log, e.Message);
            return null;
        }
    }

    public ValueTask DisposeAsync()
    {
        _turn.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<NodeReading?> AskAsync(string address, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var answer = await _http!.GetAsync(address, ReadingsHandler.Path, Users.System, both.Token).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return answer is null ? null : JsonSerializer.Deserialize(answer, ReadingsJson.Default.NodeReading);
    }

    [LoggerMessage(1, LogLevel.Warning, "What this node uses can't be read: {Error}")]
    private static partial void LogUnread(ILogger logger, string error);
}
