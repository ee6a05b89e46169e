using ActorKube.Engine.Objects;

namespace ActorKube.Engine.Journals.InMemory;

/// <summary>The events of an <see cref="InMemoryJournal"/> in order, and for each object its own. Not thread-safe.</summary>
internal sealed class InMemoryEvents
{
    private readonly SortedDictionary<long, JournalEvent> _byRevision = [];
    private readonly Dictionary<ObjectKey, List<JournalEvent>> _byObject = [];
    private DateTimeOffset _lastTime = DateTimeOffset.MinValue;

    public long Head { get; private set; }

    public long Oldest { get; private set; }

    public AppendResult Append(JournalAppend append, DateTimeOffset now, out JournalEvent? item)
    {
        var history = _byObject.GetValueOrDefault(append.Key);
        var version = history?[^1].Version ?? 0;
        if (version != append.ExpectedVersion)
        {
            item = null;
            return AppendResult.Conflict(Head, version);
        }

        _lastTime = now > _lastTime ? DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds()) : _lastTime;
        item = new JournalEvent(++Head, append.Key, version + 1, append.Kind, _lastTime, append.Cause, append.State);
        _byRevision.Add(Head, item);
        if (history is null)
        {
            _byObject.Add(append.Key, [item]);
        }
        else
        {
            history.Add(item);
        }

        return AppendResult.Success(Head, version + 1);
    }

    public JournalEvent[] ReadAfter(long revision)
    {
        if (revision != 0 && revision < Oldest)
        {
            throw new RevisionExpiredException(revision, Oldest);
        }

        return _byRevision.Where(pair => pair.Key > revision).Select(pair => pair.Value).ToArray();
    }

    public JournalEvent[] History(ObjectKey key) => _byObject.TryGetValue(key, out var history) ? [.. history] : [];

    /// <summary>As the SQLite one does, in one step.</summary>
    public CompactionStep Compact(RetentionPolicy policy, DateTimeOffset now)
    {
        var start = (Oldest, _byRevision.Count);
        foreach (var item in ReadAfter(Oldest).TakeWhile(item => !policy.Keeps(item.Revision, item.Time, Head, now)))
        {
            Oldest = item.Revision;
            Forget(item);
        }

        return new CompactionStep(Oldest, start.Count - _byRevision.Count, Oldest > start.Oldest);
    }

    private void Forget(JournalEvent item)
    {
        var history = _byObject[item.Key];
        var isTombstone = item.Kind == ChangeKind.Delete;
        foreach (var old in history.Where(e => e.Version < item.Version || (isTombstone && e.Version == item.Version)))
        {
            _byRevision.Remove(old.Revision);
        }

        history.RemoveAll(e => e.Version < item.Version || (isTombstone && e.Version == item.Version));
        if (history.Count == 0)
        {
            _byObject.Remove(item.Key);
        }
    }
}
