using ActorKube.Engine.Objects;

namespace ActorKube.Engine.Journals.Sqlite;

/// <summary>
/// One step of compaction. It advances the horizon h over some of the events that the policy lets go. For each event at or below
/// the new horizon it deletes what that event superseded, and the event itself if it is a tombstone. So every event is
/// looked at once in its life, and what is left at and below h is the newest event of each object that existed at h.
/// </summary>
internal sealed class SqliteCompaction(SqliteDatabase database)
{
    private readonly SqliteStatement _next = database.Prepare(
        "SELECT revision, object, version, superseded, kind, time FROM event WHERE revision > ?1 ORDER BY revision LIMIT ?2");

    private readonly SqliteStatement _delete = database.Prepare("DELETE FROM event WHERE revision = ?1");
    private readonly SqliteStatement _changes = database.Prepare("SELECT changes()");
    private readonly SqliteStatement _advance = database.Prepare("UPDATE compaction SET revision = ?1");

    /// <summary>Runs inside the caller's transaction. The horizon does not move when there is nothing more to let go.</summary>
    /// <param name="tombstones">Is given those that were deleted.</param>
    public CompactionStep Step(long horizon, int events, Func<long, DateTimeOffset, bool> keep, ICollection<(ObjectKey Key, long Version)> tombstones)
    {
        var deleted = 0;
        var start = horizon;
        foreach (var row in Next(horizon, events))
        {
            if (keep(row.Revision, DateTimeOffset.FromUnixTimeMilliseconds(row.Time)))
            {
                break;
            }

            deleted += row.Superseded > 0 ? Delete(row.Superseded) : 0;
            if (row.Kind == ChangeKind.Delete)
            {
                deleted += Delete(row.Revision);
                tombstones.Add((ObjectKey.Parse(row.Object), row.Version));
            }

            horizon = row.Revision;
        }

        if (horizon > start)
        {
            _advance.Bind(1, horizon).Run();
        }

        return new CompactionStep(horizon, deleted, horizon > start);
    }

    /// <returns>How many there were.</returns>
    private int Delete(long revision)
    {
        _delete.Bind(1, revision).Run();
        _changes.Step();
        var changes = (int)_changes.Number(0);
        _changes.Reset();
        return changes;
    }

    private List<Row> Next(long horizon, int events)
    {
        var rows = new List<Row>(events);
        _next.Bind(1, horizon).Bind(2, events);
        while (_next.Step())
        {
            rows.Add(new Row(_next.Number(0), _next.Text(1), _next.Number(2), _next.Number(3), (ChangeKind)_next.Number(4), _next.Number(5)));
        }

        _next.Reset();
        return rows;
    }

    private readonly record struct Row(long Revision, string Object, long Version, long Superseded, ChangeKind Kind, long Time);
}
