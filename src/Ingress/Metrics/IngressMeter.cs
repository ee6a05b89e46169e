using System.Collections.Concurrent;
using ActorKube.Ingresses.Routing;

namespace ActorKube.Ingresses.Metrics;

/// <summary>Counts requests, for each Ingress by itself. Thread-safe.</summary>
internal sealed class IngressMeter
{
    private readonly ConcurrentDictionary<IngressName, RequestCounter> _counters = new();
    private readonly RequestCounter _unrouted = new();
    private long _retries;
    private long _connections;

    /// <summary>Requests that no Ingress is for have a counter as well.</summary>
    public RequestCounter Of(IngressName? ingress) => ingress is null ? _unrouted : _counters.GetOrAdd(ingress, static _ => new RequestCounter());

    /// <summary>A request is sent to another endpoint, because one couldn't be connected to.</summary>
    public void Retried() => Interlocked.Increment(ref _retries);

    public void Connected() => Interlocked.Increment(ref _connections);

    public void Disconnected() => Interlocked.Decrement(ref _connections);

    /// <summary>Forgets what is not among these any more.</summary>
    public void Keep(IReadOnlySet<IngressName> ingresses)
    {
        foreach (var name in _counters.Keys.Where(n => !ingresses.Contains(n)))
        {
            _counters.TryRemove(name, out _);
        }
    }

    public IngressCounts Read(int problems, long backendConnections) => new(
        Interlocked.Read(ref _connections),
        backendConnections,
        Interlocked.Read(ref _retries),
        problems,
        [.. _counters.OrderBy(static c => c.Key.ToString(), StringComparer.Ordinal).Select(static c => c.Value.Read(c.Key.Namespace, c.Key.Name)), _unrouted.Read("", "")]);
}
