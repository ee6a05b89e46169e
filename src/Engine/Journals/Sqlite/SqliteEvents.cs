using ActorKube.Engine.Objects;

namespace ActorKube.Engine.Journals.Sqlite;

/// <summary>The statements on the journal's tables. Used by the thread that owns the connection.</summary>
internal sealed class SqliteEvents(SqliteDatabase database)
{
    private const string Columns = "revision, object, version, superseded, kind, time, cause, state";

    private readonly SqliteStatement _begin = database.Prepare("BEGIN IMMEDIATE");
    private readonly SqliteStatement _commit = database.Prepare("COMMIT");
    private readonly SqliteStatement _rollback = database.Prepare("ROLLBACK");
    private readonly SqliteStatement _versions = database.Prepare("SELECT revision, object, version FROM event ORDER BY revision");
    private readonly SqliteStatement _insert = database.Prepare($"INSERT INTO event ({Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
    private readonly SqliteStatement _after = database.Prepare($"SELECT {Columns} FROM event WHERE revision > ?1 ORDER BY revision");
    private readonly SqliteStatement _at = database.Prepare($"SELECT {Columns} FROM event WHERE revision = ?1");
    private readonly SqliteStatement _oldest = database.Prepare("SELECT revision FROM compaction");
    private readonly SqliteStatement _newest = database.Prepare("SELECT revision, time FROM event ORDER BY revision DESC LIMIT 1");

    public void Begin() => _begin.Run();

    public void Commit() => _commit.Run();

    public void Rollback()
    {
        // Some errors, a full disk for one, have rolled back already.
        if (database.InTransaction)
        {
            _rollback.Run();
        }
    }

    /// <summary>Of every event that is kept, in revision order.</summary>
    public IEnumerable<(ObjectKey Key, NewestEvents.Newest Event)> Versions()
    {
        // Neighbours are mostly of one resource and namespace, and share their texts.
        var last = new ObjectKey("", "", "");
        while (_versions.Step())
        {
            var key = ObjectKey.Parse(_versions.Text(1));
            last = new ObjectKey(key.Resource == last.Resource ? last.Resource : key.Resource, key.Namespace == last.Namespace ? last.Namespace : key.Namespace, key.Name);
            yield return (last, new NewestEvents.Newest(_versions.Number(2), _versions.Number(0)));
        }

        _versions.Reset();
    }

    public void Insert(long revision, long version, long superseded, JournalAppend append, long time) =>
        _insert.Bind(1, revision).Bind(2, append.Key.ToString()).Bind(3, version).Bind(4, superseded).Bind(5, (long)append.Kind).Bind(6, time).Bind(7, append.Cause)
            .Bind(8, append.State.Json.Span).Run();

    public long Oldest()
    {
        _oldest.Step();
        var revision = _oldest.Number(0);
        _oldest.Reset();
        return revision;
    }

    /// <summary>The head of the journal and the time of its newest event in Unix milliseconds.</summary>
    public (long Revision, long Time) Head()
    {
        var found = _newest.Step();
        var (revision, time) = found ? (_newest.Number(0), _newest.Number(1)) : (0, 0);
        _newest.Reset();
        return (Math.Max(revision, Oldest()), time);
    }

    public IEnumerable<JournalEvent> ReadAfter(long revision)
    {
        _after.Bind(1, revision);
        try
        {
            while (_after.Step())
            {
                yield return Event(_after);
            }
        }
        finally
        {
            _after.Reset();
        }
    }

    /// <summary>The versions of an object up to this one, newest first, as far as they are kept.</summary>
    /// <param name="revision">Of an event; 0 for none.</param>
    public IEnumerable<JournalEvent> ReadBack(long revision)
    {
        try
        {
            while (revision > 0 && _at.Bind(1, revision).Step())
            {
                var found = Event(_at);
                revision = _at.Number(3);
                _at.Reset();
                yield return found;
            }
        }
        finally
        {
            _at.Reset();
        }
    }

    private static JournalEvent Event(SqliteStatement row) => new(
        row.Number(0),
        ObjectKey.Parse(row.Text(1)),
        row.Number(2),
        (ChangeKind)row.Number(4),
        DateTimeOffset.FromUnixTimeMilliseconds(row.Number(5)),
        row.Text(6),
        ObjectState.Parse(row.Blob(7).ToArray()));
}
