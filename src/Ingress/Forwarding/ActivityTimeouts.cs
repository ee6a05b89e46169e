using System.Collections.Concurrent;

namespace ActorKube.Ingresses.Forwarding;

/// <summary>A pool: each request needs one, and most never run out. Thread-safe.</summary>
internal sealed class ActivityTimeouts(TimeProvider time)
{
    private const int Most = 1024;

    private readonly ConcurrentQueue<ActivityTimeout> _free = new();

    /// <param name="patience">How long nothing may be sent.</param>
    /// <param name="client">Is cancelled when the client has gone.</param>
    public ActivityTimeout Start(TimeSpan patience, CancellationToken client)
    {
        var timeout = _free.TryDequeue(out var free) ? free : new ActivityTimeout(this, time);
        timeout.Start(patience, client);
        return timeout;
    }

    /// <summary>False if there are enough.</summary>
    public bool TryKeep(ActivityTimeout timeout)
    {
        if (_free.Count >= Most)
        {
            return false;
        }

        _free.Enqueue(timeout);
        return true;
    }
}
