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

    /// <summary>From now on, instead of before.</summary>
    public void Restart(TimeSpan after) => _timer.CancelAfter(after);

    public void Dispose()
    {
        _linked.Dispose();
        _timer.Dispose();
    }
}
