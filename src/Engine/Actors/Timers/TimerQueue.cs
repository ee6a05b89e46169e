using ActorKube.Engine.Objects;

namespace ActorKube.Engine.Actors.Timers;

/// <summary>
/// The alarm clock of all actors: at most one alarm an object, one timer of the <see cref="TimeProvider"/> for all. Setting and clearing are
/// O(log n); an alarm that was replaced stays in the heap until its time and is passed over then. Thread-safe.
/// </summary>
internal sealed class TimerQueue : IAsyncDisposable
{
    // Timers have a limit of 2^32 - 2 ms; waking up once a day for nothing is cheap.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly Lock _gate = new();
    private readonly PriorityQueue<ObjectKey, DateTimeOffset> _heap = new();
    private readonly Dictionary<ObjectKey, DateTimeOffset> _due = [];
    private readonly TimeProvider _time;
    private readonly Action<ObjectKey> _ring;
    private readonly ITimer _timer;
    private DateTimeOffset _armed = DateTimeOffset.MaxValue;
    private bool _disposed;

    public TimerQueue(TimeProvider time, Action<ObjectKey> ring)
    {
        _time = time;
        _ring = ring;
        _timer = time.CreateTimer(static queue => ((TimerQueue)queue!).Ring(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _due.Count;
            }
        }
    }

    /// <summary>Sets the alarm of an object, in place of the one it has.</summary>
    public void Set(ObjectKey key, TimeSpan after)
    {
        lock (_gate)
        {
            var due = _time.GetUtcNow() + after;
            _due[key] = due;
            _heap.Enqueue(key, due);
            Arm();
        }
    }

    public void Clear(ObjectKey key)
    {
        lock (_gate)
        {
            _due.Remove(key);
        }
    }

    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _disposed = true;
        }

        await _timer.DisposeAsync();
    }

    private void Ring()
    {
        List<ObjectKey> ringing = [];
        lock (_gate)
        {
            _armed = DateTimeOffset.MaxValue;
            var now = _time.GetUtcNow();
            while (_heap.TryPeek(out var key, out var due) && (due <= now || IsReplaced(key, due)))
            {
                _heap.Dequeue();
                if (!IsReplaced(key, due))
                {
                    _due.Remove(key);
                    ringing.Add(key);
                }
            }

            Arm();
        }

        ringing.ForEach(_ring);
    }

    private bool IsReplaced(ObjectKey key, DateTimeOffset due) => !_due.TryGetValue(key, out var current) || current != due;

    private void Arm()
    {
        if (_disposed || !_heap.TryPeek(out _, out var due) || due >= _armed)
        {
            return;
        }

        _armed = due;
        var wait = due - _time.GetUtcNow();
        wait = wait < TimeSpan.Zero ? TimeSpan.Zero : wait > LongestWait ? LongestWait : wait;

        // Timers count whole milliseconds: rounded down, the alarm would go off before its time and find nothing due.
        _timer.Change(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), Timeout.InfiniteTimeSpan);
    }
}
