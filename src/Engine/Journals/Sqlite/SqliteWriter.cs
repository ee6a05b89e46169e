using System.Runtime.InteropServices;
using ActorKube.Engine.Objects;

namespace ActorKube.Engine.Journals.Sqlite;

/// <summary>
/// Commits batches and shows them to the followers. Runs on the journal's thread only. Phases of a batch: begin; compare and insert each
/// append (a conflict fails that one only); commit, which returns when the write-ahead log is on disk (synchronous = FULL);
/// publish; complete the callers. Nobody hears of an event before it is durable.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    private readonly SqliteDatabase _database;
    private readonly SqliteCompaction _compaction;
    private readonly NewestEvents _newest;
    private readonly FollowerList _followers;
    private readonly TimeProvider _time;
    private readonly List<JournalEvent> _events = [];
    private long _head;
    private long _oldest;
    private long _lastTime;

    public SqliteWriter(SqliteJournalOptions options, FollowerList followers, TimeProvider time)
    {
        _database = SqliteDatabase.OpenWritable(options.Path);
        try
        {
            // FULL: an fsync for each commit, so that a power failure loses nothing that was acknowledged. The log is kept small by this
            // connection alone; readers never copy pages.
            _database.Execute($"PRAGMA page_size = {options.PageSize}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -32768; PRAGMA mmap_size = 0");
            _database.Execute($"PRAGMA wal_autocheckpoint = {options.CheckpointPages}");
            SqliteMigrations.Apply(_database);
            Events = new SqliteEvents(_database);
            _newest = new NewestEvents(Events.Versions());
            _compaction = new SqliteCompaction(_database);
        }
        catch
        {
            _database.Dispose();
            throw;
        }

        _followers = followers;
        _time = time;
        (_head, _lastTime) = Events.Head();
        _oldest = Events.Oldest();
    }

    /// <summary>For reading on the journal's thread.</summary>
    public SqliteEvents Events { get; }

    public long Head => Volatile.Read(ref _head);

    public long Oldest => Volatile.Read(ref _oldest);

    /// <summary>What is kept of the history of one object, oldest first.</summary>
    public IReadOnlyList<JournalEvent> ReadHistory(ObjectKey key) => [.. Events.ReadBack(_newest[key].Revision).Reverse()];

    /// <summary>Ends every append of the batch, one way or the other. Throws only if a follower does.</summary>
    public void Commit(ReadOnlySpan<PendingAppend> batch)
    {
        _events.Clear();
        if (!TryCommit(batch))
        {
            return;
        }

        Volatile.Write(ref _head, _head + _events.Count);
        try
        {
            _followers.Publish(CollectionsMarshal.AsSpan(_events));
        }
        catch (Exception e)
        {
            Fail(batch, "A follower failed.", outcomeUnknown: true, e);
            throw;
        }

        foreach (var pending in batch)
        {
            pending.Complete();
        }
    }

    /// <summary>Advances compaction by some events.</summary>
    public CompactionStep Compact(RetentionPolicy policy, int events)
    {
        var (head, now) = (_head, _time.GetUtcNow());
        CompactionStep step;
        var tombstones = new List<(ObjectKey Key, long Version)>();
        Events.Begin();
        try
        {
            step = _compaction.Step(_oldest, events, (revision, time) => policy.Keeps(revision, time, head, now), tombstones);
            Events.Commit();
        }
        catch
        {
            Events.Rollback();
            throw;
        }

        foreach (var (key, version) in tombstones)
        {
            _newest.Forget(key, version);
        }

        if (step.Advanced)
        {
            Volatile.Write(ref _oldest, step.Horizon);
            _followers.PublishCompacted(step.Horizon);
        }

        return step;
    }

    public void Dispose() => _database.Dispose();

    private bool TryCommit(ReadOnlySpan<PendingAppend> batch)
    {
        var committing = false;
        try
        {
            _lastTime = Math.Max(_lastTime, _time.GetUtcNow().ToUnixTimeMilliseconds());
            Events.Begin();
            foreach (var pending in batch)
            {
                pending.Result = Apply(pending.Append);
            }

            committing = true;
            Events.Commit();
            _newest.Commit();
            return true;
        }
        catch (SqliteException e)
        {
            Events.Rollback();
            _newest.Rollback();
            Fail(batch, "The journal's database failed.", committing, e);
            return false;
        }
    }

    private AppendResult Apply(JournalAppend append)
    {
        var (version, superseded) = _newest[append.Key];
        if (version != append.ExpectedVersion)
        {
            return AppendResult.Conflict(_head + _events.Count, version);
        }

        var revision = _head + _events.Count + 1;
        Events.Insert(revision, version + 1, superseded, append, _lastTime);
        _newest.Stage(append.Key, new NewestEvents.Newest(version + 1, revision));
        _events.Add(new JournalEvent(
            revision, append.Key, version + 1, append.Kind, DateTimeOffset.FromUnixTimeMilliseconds(_lastTime), append.Cause, append.State));
        return AppendResult.Success(revision, version + 1);
    }

    private static void Fail(ReadOnlySpan<PendingAppend> batch, string message, bool outcomeUnknown, Exception inner)
    {
        foreach (var pending in batch)
        {
            pending.SetException(new JournalUnavailableException(message, outcomeUnknown, inner));
        }
    }
}
