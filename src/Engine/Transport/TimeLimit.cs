namespace ActorKube.Engine.Transport;

/// <summary>A token that is cancelled after a time, or with another one.</summary>
internal sealed class TimeLimit : IDisposable
{
    private readonly CancellationTokenSource _timer;
    private readonly CancellationTokenSource _linked;

    public TimeLimit(TimeSpan after, TimeProvider time, CancellationToken outer)
    {
        _timer = new CancellationTokenSource(after, time);
        _linked = CancellationTokenSource.CreateLinkedTokenSource(_timer.Token, outer);
    }

    public CancellationToken Token => _linked.Token;

    /// <summary>The limit is so long from now on; what has passed before no longer counts.</summary>
    public void Restart(TimeSpan after) => _timer.CancelAfter(after);

    public void Dispose()
    {
        _linked.Dispose();
        _timer.Dispose();
    }
}
