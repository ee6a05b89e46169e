namespace ActorKube.Ingresses.Metrics;

/// <summary>Counts the requests of one Ingress. Thread-safe, without locks: who reads meanwhile may miss the last ones.</summary>
internal sealed class RequestCounter
{
    // By the hundreds of the status, 1xx to 5xx.
    private readonly long[] _answered = new long[5];
    private long _active;
    private long _ticks;

    public void Begin() => Interlocked.Increment(ref _active);

    public void End(int status, TimeSpan duration)
    {
        Interlocked.Decrement(ref _active);
        Interlocked.Increment(ref _answered[Math.Clamp((status / 100) - 1, 0, 4)]);
        Interlocked.Add(ref _ticks, duration.Ticks);
    }

    public IngressRequestCounts Read(string @namespace, string name) => new(
        @namespace, name, [.. _answered.Select(static (_, i) => i).Select(i => Interlocked.Read(ref _answered[i]))], Interlocked.Read(ref _active), TimeSpan.FromTicks(Interlocked.Read(ref _ticks)));
}
