using ActorKube.Engine.Objects;

namespace ActorKube.Engine.Journals.Sqlite;

/// <summary>The statements on the journal's tables. Used by the thread that owns the connection.</summary>
internal sealed class SqliteEvents(SqliteDatabase database)
{
    private const string Columns = "revision, object, version, kind, time, cause, state";

    private readonly SqliteStatement _begin = database.Prepare("BEGIN IMMEDIATE");
    private readonly SqliteStatement _commit = database.Prepare("COMMIT");
    private readonly SqliteStatement _rollback = database.Prepare("ROLLBACK");
    private readonly SqliteStatement _version = database.Prepare("SELECT max(version) FROM event WHERE object = ?1");
    private readonly SqliteStatement _insert = database.Prepare($"INSERT INTO event ({Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
    private readonly SqliteStatement _after = database.Prepare($"SELECT {Columns} FROM event WHERE revision > ?1 ORDER BY revision");
    private readonly SqliteStatement _history = database.Prepare($"SELECT {Columns} FROM event WHERE object = ?1 ORDER BY version");
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

    /// <summary>The newest version of an object; 0 for none.</summary>
    public long Version(string id)
    {
        _version.Bind(1, id).Step();
        var version = _version.Number(0);
        _version.Reset();
        return version;
    }

    public void Insert(long revision, string id, long version, JournalAppend append, long time) =>
        _insert.Bind(1, revision).Bind(2, id).Bind(3, version).Bind(4, (long)append.Kind).Bind(5, time).Bind(6, append.Cause)
            .Bind(7, append.State.Json.Span).Run();

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

    public IEnumerable<JournalEvent> ReadAfter(long revision) => Rows(_after.Bind(1, revision));

    public IEnumerable<JournalEvent> ReadHistory(ObjectKey key) => Rows(_history.Bind(1, key.ToString()));

    private static IEnumerable<JournalEvent> Rows(SqliteStatement statement)
    {
        try
        {
            while (statement.Step())
            {
                yield return new JournalEvent(
                    statement.Number(0),
                    ObjectKey.Parse(statement.Text(1)),
                    statement.Number(2),
                    (ChangeKind)statement.Number(3),
                    DateTimeOffset.FromUnixTimeMilliseconds(statement.Number(4)),
                    statement.Text(5),
                    ObjectState.Parse(statement.Blob(6).ToArray()));
            }
        }
        finally
        {
            statement.Reset();
        }
    }
}
