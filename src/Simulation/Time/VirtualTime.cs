namespace ActorKube.Simulation.Time;

/// <summary>Time that stands still while anything is left to do, and then jumps to the next timer. Timers that are due together go off in the order in which they were set. Not thread-safe: the simulation has one thread.</summary>
public sealed class VirtualTime(DateTimeOffset start) : TimeProvider
{
    private readonly PriorityQueue<(VirtualTimer Timer, long Setting), (TimeSpan Due, long Order)> _timers = new();
    private long _order;

    /// <summary>The wall clock at the beginning.</summary>
    public DateTimeOffset Start { get; } = start;

    /// <summary>What has passed since the beginning.</summary>
    public TimeSpan Elapsed { get; private set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Gets the callbacks of timers that go off; the simulation runs them.</summary>
    internal Action<Action> Run { get; set; } = static callback => callback();

    public override DateTimeOffset GetUtcNow() => Start + Elapsed;

    public override long GetTimestamp() => Elapsed.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        CreateTimer(() => Run(() => callback(state)), static time => time, dueTime, period);

    /// <summary>A timer by a clock of its own, whose times are converted into those of this one.</summary>
    internal ITimer CreateTimer(Action goOff, Func<TimeSpan, TimeSpan> convert, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, goOff, convert);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Jumps to the next timer and sets it off. False if there is none up to the limit: then the limit is reached.</summary>
    internal bool Next(TimeSpan limit)
    {
        while (_timers.TryPeek(out var next, out var when))
        {
            if (when.Due > limit)
            {
                break;
            }

            _timers.Dequeue();
            if (next.Timer.Setting == next.Setting)
            {
                Elapsed = when.Due > Elapsed ? when.Due : Elapsed;
                next.Timer.GoOff();
                return true;
            }
        }

        Elapsed = limit;
        return false;
    }

    private void Set(VirtualTimer timer, TimeSpan after) => _timers.Enqueue((timer, timer.Setting), (Elapsed + after, _order++));

    private sealed class VirtualTimer(VirtualTime time, Action goOff, Func<TimeSpan, TimeSpan> convert) : ITimer
    {
        private TimeSpan _period = Timeout.InfiniteTimeSpan;

        /// <summary>Counts how often it was set: what is in the queue from before is void.</summary>
        public long Setting { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Setting++;
            _period = period;
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                time.Set(this, convert(dueTime));
            }

            return true;
        }

        public void GoOff()
        {
            if (_period > TimeSpan.Zero)
            {
                time.Set(this, convert(_period));
            }

            goOff();
        }

        public void Dispose() => Setting++;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
