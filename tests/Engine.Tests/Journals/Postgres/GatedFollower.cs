using ActorKube.Engine.Journals;

namespace ActorKube.Engine.Tests.Journals.Postgres;

/// <summary>Writes down what it is shown and lets tests wait for a revision. While its gate is shut it keeps the feed waiting.</summary>
internal sealed class GatedFollower : IJournalFollower
{
    // Not a Lock: the feed waits on it for a pulse.
    private readonly object _lock = new();
    private readonly List<JournalEvent> _events = [];
    private readonly List<(long Revision, TaskCompletionSource Reached)> _waits = [];
    private long _position;
    private bool _shut;

    public int Snapshots { get; private set; }

    public long Horizon { get; private set; }

    /// <summary>Each event's place, object and version.</summary>
    public (long Revision, string Object, long Version)[] Seen
    {
        get
        {
            lock (_lock)
            {
                return [.. _events.Select(e => (e.Revision, e.Key.ToString(), e.Version))];
            }
        }
    }

    public void Shut()
    {
        lock (_lock)
        {
            _shut = true;
        }
    }

    public void Open()
    {
        lock (_lock)
        {
            _shut = false;
            Monitor.PulseAll(_lock);
        }
    }

    public Task ReachedAsync(long revision)
    {
        lock (_lock)
        {
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waits.Add((revision, reached));
            Tell();
            return reached.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        }
    }

    public void OnSnapshot(IEnumerable<JournalEvent> events, long oldestRevision, long headRevision)
    {
        lock (_lock)
        {
            PassGate();
            Snapshots++;
            Horizon = oldestRevision;
            _events.Clear();
            _events.AddRange(events);
            _position = headRevision;
            Tell();
        }
    }

    public void OnEvents(ReadOnlySpan<JournalEvent> events)
    {
        lock (_lock)
        {
            PassGate();
            _events.AddRange(events);
            _position = events[^1].Revision;
            Tell();
        }
    }

    public void OnCompacted(long oldestRevision)
    {
        lock (_lock)
        {
            Horizon = oldestRevision;
        }
    }

    private void PassGate()
    {
        while (_shut)
        {
            Monitor.Wait(_lock);
        }
    }

    private void Tell() => _waits.RemoveAll(wait => wait.Revision <= _position && wait.Reached.TrySetResult());
}
