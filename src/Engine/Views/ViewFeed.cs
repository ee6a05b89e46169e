using System.Runtime.InteropServices;
using ActorKube.Engine.Journals;
using ActorKube.Engine.Views.Indexes;
using ActorKube.Engine.Views.Watching;

namespace ActorKube.Engine.Views;

/// <summary>The writing side of a view: turns the journal's events into tables and snapshots, logs and wake-ups. One call at a time.</summary>
internal sealed class ViewFeed(ObjectView view, IReadOnlyList<IndexDefinition> indexes) : IJournalFollower
{
    private readonly Dictionary<string, ResourceTable> _tables = new(StringComparer.Ordinal);
    private readonly List<(ObjectEvent Event, DateTimeOffset Time)> _pending = [];
    private readonly List<ObjectEvent> _events = [];
    private readonly HashSet<EventLog> _changed = [];

    public void OnSnapshot(IEnumerable<JournalEvent> events, long oldestRevision, long headRevision)
    {
        if (_tables.Count > 0)
        {
            throw new InvalidOperationException("A view follows one feed, and that without a gap.");
        }

        view.SetFloor(oldestRevision);
        foreach (var item in events)
        {
            // At and below the horizon there are objects, but no complete history.
            if (Apply(item) is { } change && item.Revision > oldestRevision)
            {
                Append(change, item.Time);
            }
        }

        Publish(headRevision);
        Announce();
    }

    public void OnEvents(ReadOnlySpan<JournalEvent> events)
    {
        if (events.IsEmpty)
        {
            return;
        }

        foreach (var item in events)
        {
            if (Apply(item) is { } change)
            {
                _pending.Add((change, item.Time));
            }
        }

        Publish(events[^1].Revision);
        foreach (var (change, time) in _pending)
        {
            Append(change, time);
            _events.Add(change);
        }

        Announce();
        _pending.Clear();
        _events.Clear();
    }

    public void OnCompacted(long oldestRevision)
    {
        foreach (var table in _tables.Values)
        {
            table.Compact(oldestRevision);
        }

        Publish(view.Revision);
    }

    private ObjectEvent? Apply(JournalEvent item)
    {
        if (!_tables.TryGetValue(item.Key.Resource, out var table))
        {
            _tables.Add(item.Key.Resource, table = new ResourceTable(item.Key.Resource, indexes));
        }

        return table.Apply(item);
    }

    private void Publish(long revision)
    {
        var resources = view.Snapshot().Tables;
        foreach (var (resource, table) in _tables)
        {
            if (table.Dirty)
            {
                resources = resources.SetItem(resource, table.ToSnapshot());
            }
        }

        view.Publish(new ViewSnapshot(revision, resources));
    }

    private void Append(ObjectEvent change, DateTimeOffset time)
    {
        var log = view.Log(change.Object.Key.Resource);
        log.Append(change, time);
        log.Trim(view.Options.WatchEvents, time - view.Options.WatchAge);
        _changed.Add(log);
    }

    private void Announce()
    {
        view.Announce(CollectionsMarshal.AsSpan(_events), _changed);
        _changed.Clear();
    }
}
