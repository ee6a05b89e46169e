using System.Collections.Concurrent;
using System.Net;

namespace ActorKube.Ingresses.Forwarding;

/// <summary>Endpoints that couldn't be connected to a moment ago: they are asked last, so that not every request has to find out by itself. Thread-safe.</summary>
internal sealed class UnreachableEndpoints(TimeProvider time)
{
    /// <summary>One request in 2 s tries again: as long as a lost host takes to be noticed, and short for a pod that has come back.</summary>
    private static readonly TimeSpan Avoided = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<IPEndPoint, long> _since = new();
    private int _count;

    public void Add(IPEndPoint endpoint)
    {
        // Those that nobody asks any more are forgotten here.
        foreach (var (other, _) in _since.Where(e => time.GetElapsedTime(e.Value) >= Avoided))
        {
            _since.TryRemove(other, out _);
        }

        _since[endpoint] = time.GetTimestamp();
        Volatile.Write(ref _count, 1);
    }

    public bool Contains(IPEndPoint endpoint)
    {
        if (Volatile.Read(ref _count) == 0 || !_since.TryGetValue(endpoint, out var since))
        {
            return false;
        }

        if (time.GetElapsedTime(since) < Avoided)
        {
            return true;
        }

        _since.TryRemove(endpoint, out _);
        Volatile.Write(ref _count, _since.Count);
        return false;
    }
}
