namespace ActorKube.Engine.Timing;

/// <summary>One of <see cref="ManyTimers"/>, which guards all that changes here.</summary>
internal sealed class HeapTimer(ManyTimers timers, TimerCallback callback, object? state) : ITimer, IThreadPoolWorkItem
{
    public const int Nowhere = -1;

    public TimeSpan Due { get; set; }

    /// <summary>Not above zero: it goes off once.</summary>
    public TimeSpan Period { get; set; }

    /// <summary>Where it is in the heap.</summary>
    public int Place { get; set; } = Nowhere;

    /// <summary>Calls that are queued or under way.</summary>
    public int Calls { get; set; }

    public bool IsDisposed { get; set; }

    /// <summary>Completes with the last call, for who waits for that.</summary>
    public TaskCompletionSource? Ended { get; set; }

    /// <exception cref="ArgumentOutOfRangeException">A time is negative, and not infinite.</exception>
    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime != Timeout.InfiniteTimeSpan)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(dueTime, TimeSpan.Zero);
        }

        if (period != Timeout.InfiniteTimeSpan)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(period, TimeSpan.Zero);
        }

        return timers.Set(this, dueTime, period);
    }

    public void Dispose() => timers.Remove(this);

    public ValueTask DisposeAsync() => new(timers.Remove(this));

    void IThreadPoolWorkItem.Execute()
    {
        try
        {
            if (!IsDisposed)
            {
                callback(state);
            }
        }
        finally
        {
            timers.NoteEnd(this);
        }
    }
}
