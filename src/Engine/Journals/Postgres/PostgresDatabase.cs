using Npgsql;

namespace ActorKube.Engine.Journals.Postgres;

/// <summary>
/// The database of a cluster: its connections, with the schema brought up to date. Whatever keeps tables of its own beside the journal shares it.
/// Thread-safe.
/// </summary>
public sealed class PostgresDatabase : IAsyncDisposable
{
    private PostgresDatabase(PostgresJournalOptions options)
    {
        Options = options;
        Source = PostgresConnections.Create(options);
    }

    internal PostgresJournalOptions Options { get; }

    /// <summary>Connections whose search path is the cluster's schema.</summary>
    internal NpgsqlDataSource Source { get; }

    /// <summary>Connects and applies the migrations, trying for <see cref="PostgresJournalOptions.RetryFor"/> while the database is away.</summary>
    /// <exception cref="ArgumentException">The options are wrong.</exception>
    /// <exception cref="JournalUnavailableException">The database can't be reached or refuses.</exception>
    /// <exception cref="InvalidOperationException">The schema is too new for this version.</exception>
    public static async Task<PostgresDatabase> OpenAsync(PostgresJournalOptions options, TimeProvider time, CancellationToken cancellationToken = default)
    {
        options.Validate();
        var database = new PostgresDatabase(options);
        var start = time.GetTimestamp();
        for (var delay = RetryDelay.First; ; delay = delay.Next())
        {
            try
            {
                await PostgresMigrations.ApplyAsync(database.Source, options.Schema, PostgresMigrations.Scripts(), cancellationToken);
                return database;
            }
            catch (Exception e) when (PostgresErrors.IsFailure(e) && PostgresErrors.IsTransient(e) && time.GetElapsedTime(start) < options.RetryFor)
            {
                await delay.WaitAsync(time, cancellationToken);
            }
            catch (Exception e)
            {
                await database.DisposeAsync();
                if (PostgresErrors.IsFailure(e))
                {
                    throw Unavailable(e);
                }

                throw;
            }
        }
    }

    public ValueTask DisposeAsync() => Source.DisposeAsync();

    /// <summary>Runs something that may be run twice: a pooled connection that died while it was idle costs a second attempt.</summary>
    /// <exception cref="JournalUnavailableException">The database is away.</exception>
    internal async Task<T> RunAsync<T>(Func<NpgsqlConnection, Task<T>> action, CancellationToken cancellationToken)
    {
        try
        {
            return await AttemptAsync(action, cancellationToken);
        }
        catch (Exception e) when (PostgresErrors.IsFailure(e) && PostgresErrors.IsTransient(e))
        {
            Source.Clear();
        }

        try
        {
            return await AttemptAsync(action, cancellationToken);
        }
        catch (Exception e) when (PostgresErrors.IsFailure(e))
        {
            throw Unavailable(e);
        }
    }

    /// <summary>Has the database refuse every later append of a journal, which is named by its <see cref="PostgresJournal.WriterId"/>.</summary>
    internal Task FenceAsync(Guid writer, CancellationToken cancellationToken) => RunAsync(
        async connection =>
        {
            await using var command = new NpgsqlCommand("SELECT fence_writer($1)", connection) { Parameters = { new NpgsqlParameter<Guid> { TypedValue = writer } } };
            return await command.ExecuteNonQueryAsync(cancellationToken);
        },
        cancellationToken);

    private static JournalUnavailableException Unavailable(Exception e) => new("The journal's database failed.", outcomeUnknown: false, e);

    private async Task<T> AttemptAsync<T>(Func<NpgsqlConnection, Task<T>> action, CancellationToken cancellationToken)
    {
        await using var connection = await Source.OpenConnectionAsync(cancellationToken);
        return await action(connection);
    }
}
