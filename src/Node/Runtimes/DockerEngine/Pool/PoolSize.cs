namespace ActorKube.NodeAgent.Runtimes.DockerEngine.Pool;

/// <summary>
/// How many sandboxes to keep: the minimum at rest, and for some time after a burst as many as it took. Not thread-safe.
/// <para>With a minimum of 8, a burst of 20 pods makes it 20; 5 minutes later, with no other burst, it is 8 again.</para>
/// </summary>
internal sealed class PoolSize(WarmPoolOptions options)
{
    private DateTimeOffset _lastClaim;
    private DateTimeOffset _peakAt;
    private int _burst;
    private int _peak;

    /// <summary>A sandbox was wanted, whether or not one was there.</summary>
    public void Claimed(DateTimeOffset now)
    {
        _burst = now - _lastClaim <= options.BurstWindow ? _burst + 1 : 1;
        _lastClaim = now;
        if (_burst >= Peak(now))
        {
            _peak = _burst;
            _peakAt = now;
        }
    }

    public int Target(DateTimeOffset now) => Math.Clamp(Peak(now), options.Minimum, options.Maximum);

    private int Peak(DateTimeOffset now) => now - _peakAt <= options.Memory ? _peak : 0;
}
