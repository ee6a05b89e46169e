namespace ActorKube.Ingresses.Forwarding;

/// <summary>Ends a request when its client has gone, or when nothing was sent either way for too long. Taken from <see cref="ActivityTimeouts"/> and given back by disposing it.</summary>
internal sealed class ActivityTimeout(ActivityTimeouts pool, TimeProvider time) : IDisposable
{
    private readonly CancellationTokenSource _source = new(Timeout.InfiniteTimeSpan, time);
    private CancellationTokenRegistration _client;
    private TimeSpan _patience;
    private long _since;

    public CancellationToken Token => _source.Token;

    public void Start(TimeSpan patience, CancellationToken client)
    {
        _patience = patience;
        _client = client.UnsafeRegister(static t => ((ActivityTimeout)t!).End(), this);
        Begin();
    }

    /// <summary>Something was sent: the time begins anew. Not worth a timer's change if it has just begun, so it may run out a sixteenth sooner.</summary>
    public void Renew()
    {
        if (time.GetElapsedTime(_since) > _patience / 16)
        {
            Begin();
        }
    }

    /// <summary>From now on only the client may end it.</summary>
    public void WaitForever() => _source.CancelAfter(_patience = Timeout.InfiniteTimeSpan);

    public void End() => _source.Cancel();

    public void Dispose()
    {
        _client.Dispose();
        if (!_source.TryReset() || !pool.TryKeep(this))
        {
            _source.Dispose();
        }
    }

    private void Begin()
    {
        if (_patience != Timeout.InfiniteTimeSpan)
        {
            _since = time.GetTimestamp();
            _source.CancelAfter(_patience);
        }
    }
}
