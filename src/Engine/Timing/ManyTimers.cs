namespace ActorKube.Engine.Timing;

/// <summary>
/// The time of another provider, with timers by the hundred thousand: what is done with one costs the logarithm of their number, and all together hang on one timer of the other's. .NET's own are
/// searched from end to end several times a second. Callbacks run on the thread pool, without the execution context of whoever made the timer. Thread-safe.
/// </summary>
public sealed class ManyTimers : TimeProvider, IDisposable
{
    // Timers have a limit of 2^32 - 2 ms; waking up once a day for nothing is cheap.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly Lock _gate = new();
    private readonly TimerHeap _heap = new();
    private readonly TimeProvider _time;
    private readonly ITimer _alarm;
    private readonly long _start;
    private TimeSpan _armed = TimeSpan.MaxValue;

    public ManyTimers(TimeProvider time)
    {
        (_time, _start) = (time, time.GetTimestamp());
        _alarm = time.CreateTimer(static timers => ((ManyTimers)timers!).Ring(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public override long TimestampFrequency => _time.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => _time.LocalTimeZone;

    private TimeSpan Elapsed => _time.GetElapsedTime(_start);

    public override DateTimeOffset GetUtcNow() => _time.GetUtcNow();

    public override long GetTimestamp() => _time.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new HeapTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>No timer goes off any more.</summary>
    public void Dispose() => _alarm.Dispose();

    /// <summary>Sets a timer that is not disposed of, in place of what it was set to.</summary>
    internal bool Set(HeapTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            if (timer.IsDisposed)
            {
                return false;
            }

            _heap.Remove(timer);
            timer.Period = period;
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                timer.Due = Elapsed + dueTime;
                _heap.Add(timer);
                Arm();
            }

            return true;
        }
    }

    /// <returns>Completes when no call of it is under way or queued.</returns>
    internal Task Remove(HeapTimer timer)
    {
        lock (_gate)
        {
            _heap.Remove(timer);
            timer.IsDisposed = true;
            return timer.Calls == 0 ? Task.CompletedTask : (timer.Ended ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    internal void NoteEnd(HeapTimer timer)
    {
        lock (_gate)
        {
            timer.Calls--;
            if (timer is { Calls: 0, Ended: { } ended })
            {
                ended.SetResult();
            }
        }
    }

    private void Ring()
    {
        lock (_gate)
        {
            _armed = TimeSpan.MaxValue;
            var now = Elapsed;
            while (_heap.First is { } timer && timer.Due <= now)
            {
                _heap.Remove(timer);
                if (timer.Period > TimeSpan.Zero)
                {
                    timer.Due = now + timer.Period;
                    _heap.Add(timer);
                }

                timer.Calls++;
                ThreadPool.UnsafeQueueUserWorkItem(timer, preferLocal: false);
            }

            Arm();
        }
    }

    private void Arm()
    {
        if (_heap.First is not { } first || first.Due >= _armed)
        {
            return;
        }

        _armed = first.Due;
        var wait = TimeSpan.FromTicks(Math.Clamp((first.Due - Elapsed).Ticks, 0, LongestWait.Ticks));

        // Timers count whole milliseconds: rounded down, the alarm would go off before its time and find nothing due.
        _alarm.Change(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), Timeout.InfiniteTimeSpan);
    }
}
