using System.Data;
using System.Runtime.CompilerServices;
using ActorKube.Engine.Objects;
using Npgsql;

namespace ActorKube.Engine.Journals.Postgres;

/// <summary>The reading statements. Each sees the journal as of one moment.</summary>
internal sealed class PostgresReader(PostgresDatabase database)
{
    private const string Columns = "e.revision, e.object, e.version, e.kind, e.time, e.cause, e.state";

    // One statement, hence one snapshot: whether the events are complete is told by the horizon that belongs to them. Always at least one row.
    private const string Page =
        $"""
        SELECT j.head, c.revision, {Columns} FROM journal j CROSS JOIN compaction c LEFT JOIN LATERAL (
            SELECT * FROM event WHERE revision > $1 AND revision <= $2 ORDER BY revision LIMIT $3) e ON true
        ORDER BY e.revision
        """;

    private const string History = $"SELECT 0::bigint, 0::bigint, {Columns} FROM event e WHERE e.object = $1 ORDER BY e.version";

    private readonly int _pageSize = database.Options.PageSize;

    /// <summary>The next events above a revision, up to another.</summary>
    public Task<PostgresPage> ReadPageAsync(long after, long upTo, CancellationToken cancellationToken) => ReadPageAsync(after, upTo, _pageSize, cancellationToken);

    /// <summary>The same, with the event of that revision itself before them.</summary>
    public Task<PostgresPage> ReadFromAsync(long revision, long upTo, CancellationToken cancellationToken) => ReadPageAsync(revision - 1, upTo, _pageSize + 1, cancellationToken);

    /// <summary>All that is kept, as of one moment.</summary>
    public async Task<PostgresPage> ReadSnapshotAsync(CancellationToken cancellationToken)
    {
        var all = new List<JournalEvent>();
        PostgresPage last = new([], 0, 0, false);
        await foreach (var page in ReadPagesAsync(0, cancellationToken))
        {
            all.AddRange(page.Events);
            last = page;
        }

        return last with { Events = all };
    }

    /// <summary>All pages above a revision, as of one moment.</summary>
    public async IAsyncEnumerable<PostgresPage> ReadPagesAsync(long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        PostgresPage page;
        do
        {
            page = await ReadPageAsync(connection, after, long.MaxValue, _pageSize, cancellationToken);
            yield return page;
            after = page.IsFull ? page.Events[^1].Revision : after;
        }
        while (page.IsFull);
    }

    public Task<IReadOnlyList<JournalEvent>> ReadHistoryAsync(ObjectKey key, CancellationToken cancellationToken) => database.RunAsync<IReadOnlyList<JournalEvent>>(
        async connection =>
        {
            await using var command = new NpgsqlCommand(History, connection) { Parameters = { new NpgsqlParameter<string> { TypedValue = key.ToString() } } };
            await using var rows = await command.ExecuteReaderAsync(cancellationToken);
            var events = new List<JournalEvent>();
            while (await rows.ReadAsync(cancellationToken))
            {
                events.Add(Event(rows));
            }

            return events;
        },
        cancellationToken);

    private async Task<PostgresPage> ReadPageAsync(long after, long upTo, int limit, CancellationToken cancellationToken)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        return await ReadPageAsync(connection, after, upTo, limit, cancellationToken);
    }

    private static async Task<PostgresPage> ReadPageAsync(NpgsqlConnection connection, long after, long upTo, int limit, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Page, connection)
        {
            Parameters =
            {
                new NpgsqlParameter<long> { TypedValue = after },
                new NpgsqlParameter<long> { TypedValue = upTo },
                new NpgsqlParameter<long> { TypedValue = limit },
            },
        };
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var (head, horizon) = (0L, 0L);
        var events = new List<JournalEvent>();
        while (await rows.ReadAsync(cancellationToken))
        {
            (head, horizon) = (rows.GetInt64(0), rows.GetInt64(1));
            if (!await rows.IsDBNullAsync(2, cancellationToken))
            {
                events.Add(Event(rows));
            }
        }

        return new PostgresPage(events, head, horizon, events.Count == limit);
    }

    private static JournalEvent Event(NpgsqlDataReader row) => new(
        row.GetInt64(2),
        ObjectKey.Parse(row.GetString(3)),
        row.GetInt64(4),
        (ChangeKind)row.GetInt16(5),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(6)),
        row.GetString(7),
        ObjectState.Parse(row.GetFieldValue<byte[]>(8)));
}
