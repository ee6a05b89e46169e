using ActorKube.Engine.Journals;

namespace ActorKube.Engine.Tests.Support;

/// <summary>Writes down what the feed says.</summary>
internal sealed class RecordingFollower : IJournalFollower
{
    private readonly Lock _gate = new();
    private readonly List<JournalEvent> _events = [];

    /// <summary>Each call of OnSnapshot: the horizon and the head that it was given.</summary>
    public List<(long Oldest, long Head)> Snapshots { get; } = [];

    public List<long> Compactions { get; } = [];

    public JournalEvent[] Events
    {
        get
        {
            lock (_gate)
            {
                return [.. _events];
            }
        }
    }

    public void OnSnapshot(IEnumerable<JournalEvent> events, long oldestRevision, long headRevision)
    {
        lock (_gate)
        {
            Snapshots.Add((oldestRevision, headRevision));
            _events.Clear();
            _events.AddRange(events);
        }
    }

    public void OnEvents(ReadOnlySpan<JournalEvent> events)
    {
        lock (_gate)
        {
            _events.AddRange(events);
        }
    }

    public void OnCompacted(long oldestRevision) => Compactions.Add(oldestRevision);
}
