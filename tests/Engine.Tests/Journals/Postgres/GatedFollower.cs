using ActorKube.Engine.Journals;

namespace ActorKube.Engine.Tests.Journals.Postgres;

/// <summary>Writes down what it is shown and lets tests wait for a revision. While its gate is shut it keeps the feed waiting.</summary>
internal sealed class GatedFollower : IJournalFollower
{
    private readonly ManualResetEventSlim _gate = new(initialState: true);
    private readonly Lock _lock = new();
    private readonly List<JournalEvent> _events = [];
    private readonly List<(long Revision, TaskCompletionSource Reached)> _waits = [];
    private long _position;

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

    public void Shut() => _gate.Reset();

    public void Open() => _gate.Set();

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
        _gate.Wait();
        lock (_lock)
        {
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
        _gate.Wait();
        lock (_lock)
        {
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

    private void Tell() => _waits.RemoveAll(wait => wait.Revision <= _position && wait.Reached.TrySetResult());
}
