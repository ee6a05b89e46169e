using Npgsql;
using NpgsqlTypes;

namespace ActorKube.Engine.Journals.Postgres;

/// <summary>
/// The appending statement. All that it needs is in one message, so that a host that is stopped while it sends or receives holds no lock.
/// </summary>
internal sealed class PostgresAppender(PostgresDatabase database, Guid writer, TimeProvider time)
{
    private const string Append = "SELECT * FROM append_events($1, $2, $3, $4, $5, $6, $7, $8)";
    private const string Leave = "DELETE FROM writer WHERE id = $1 AND NOT fenced";

    public async Task<PostgresAnswer> AppendAsync(NpgsqlConnection connection, PostgresBatch batch, CancellationToken cancellationToken)
    {
        var count = batch.Appends.Count;
        var (objects, causes) = (new string[count], new string[count]);
        var (expected, kinds, states) = (new long[count], new short[count], new ReadOnlyMemory<byte>[count]);
        for (var i = 0; i < count; i++)
        {
            var append = batch.Appends[i].Append;
            (objects[i], causes[i]) = (append.Key.ToString(), append.Cause);
            (expected[i], kinds[i], states[i]) = (append.ExpectedVersion, (short)append.Kind, append.State.Json);
        }

        await using var command = new NpgsqlCommand(Append, connection)
        {
            Parameters =
            {
                new NpgsqlParameter<Guid> { TypedValue = writer },
                new NpgsqlParameter<long> { TypedValue = batch.Number },
                Now(database.Options, time),
                new NpgsqlParameter<string[]> { TypedValue = objects },
                new NpgsqlParameter<long[]> { TypedValue = expected },
                new NpgsqlParameter<short[]> { TypedValue = kinds },
                new NpgsqlParameter<string[]> { TypedValue = causes },
                new NpgsqlParameter<ReadOnlyMemory<byte>[]> { TypedValue = states, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea },
            },
        };
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        await rows.ReadAsync(cancellationToken);
        var answer = new PostgresAnswer(rows.GetInt64(0), rows.GetInt64(1), rows.GetInt64(2), rows.GetFieldValue<long[]>(3));

        // The transaction ends with the statement, after its row: only the end of the answer says that it was committed.
        await rows.NextResultAsync(cancellationToken);
        return answer;
    }

    /// <summary>Forgets this journal's batches. Nothing may be sent afterwards.</summary>
    public async Task LeaveAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(Leave, connection) { Parameters = { new NpgsqlParameter<Guid> { TypedValue = writer } } };
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The host's time, or null: the database is to take its own.</summary>
    public static NpgsqlParameter Now(PostgresJournalOptions options, TimeProvider time) => new()
    {
        NpgsqlDbType = NpgsqlDbType.Bigint,
        Value = options.DatabaseClock ? DBNull.Value : time.GetUtcNow().ToUnixTimeMilliseconds(),
    };
}
