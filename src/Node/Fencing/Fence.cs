namespace ActorKube.NodeAgent.Fencing;

/// <summary>Whether this host may run what must not run twice. Thread-safe. Whoever starts such a container asks right before; whoever runs one is told when that changes.</summary>
/// <param name="aliveFor">Null for a host that is never fenced.</param>
/// <param name="guard">Is told with every look; null for none.</param>
/// <param name="changed">Called after each change with whether the fence is closed now, maybe by several threads at a time: a hint to look again.</param>
internal sealed class Fence(Func<TimeSpan>? aliveFor, IGuardLease? guard, FencingOptions options, Action<bool> changed) : IDisposable
{
    private readonly Lock _gate = new();
    private volatile CancellationTokenSource _open = new();
    private volatile bool _closed;

    /// <summary>As of the last look.</summary>
    public bool IsClosed => _closed;

    /// <summary>Cancelled when the fence closes, if it isn't closed already.</summary>
    public CancellationToken Closing => _open.Token;

    /// <summary>Looks how much time is left, and returns whether the fence is closed.</summary>
    public bool Check()
    {
        if (aliveFor is null)
        {
            return false;
        }

        CancellationTokenSource ended;
        bool closed;
        lock (_gate)
        {
            // Read inside, so that an older reading never overrules a newer one. The guard is told before the fence opens, so that it kills nothing that starts then.
            var left = guard?.Renew(aliveFor) ?? aliveFor();
            closed = FenceRule.IsClosed(_closed, left, options);
            if (closed == _closed)
            {
                return closed;
            }

            ended = _open;
            _closed = closed;
            if (!closed)
            {
                _open = new CancellationTokenSource();
            }
        }

        if (closed)
        {
            ended.Cancel();
        }

        changed(closed);
        return closed;
    }

    public void Dispose() => _open.Dispose();
}
