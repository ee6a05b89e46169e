using Npgsql;

namespace ActorKube.Engine.Journals.Postgres;

/// <summary>Compacts in steps, each a transaction that holds the horizon's row: of several hosts one does it, and the others find it done.</summary>
internal sealed class PostgresCompaction(PostgresDatabase database, PostgresFeed feed, TimeProvider time)
{
    private const int StepEvents = 256;
    private const string Compact = "SELECT * FROM compact_events($1, $2, $3, $4, $5)";

    public async Task<int> RunAsync(RetentionPolicy policy, CancellationToken cancellationToken)
    {
        var deleted = 0;
        CompactionStep step;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            step = await database.RunAsync(connection => StepAsync(connection, policy, cancellationToken), cancellationToken);
            if (step.Advanced)
            {
                await feed.ObserveHorizonAsync(step.Horizon);
            }

            deleted += step.Deleted;
        }
        while (step.Advanced);

        return deleted;
    }

    private async Task<CompactionStep> StepAsync(NpgsqlConnection connection, RetentionPolicy policy, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Compact, connection)
        {
            Parameters =
            {
                // Never what this host has not seen itself.
                new NpgsqlParameter<long> { TypedValue = feed.Position },
                PostgresAppender.Now(database.Options, time),
                new NpgsqlParameter<long> { TypedValue = (long)policy.Window.TotalMilliseconds },
                new NpgsqlParameter<long> { TypedValue = policy.MaxRevisions },
                new NpgsqlParameter<long> { TypedValue = StepEvents },
            },
        };
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        await rows.ReadAsync(cancellationToken);
        var horizon = await rows.IsDBNullAsync(0, cancellationToken) ? 0 : rows.GetInt64(0);
        return new CompactionStep(horizon, (int)rows.GetInt64(1), rows.GetBoolean(2));
    }
}
