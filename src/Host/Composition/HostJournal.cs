using ActorKube.Engine.Journals;
using ActorKube.Engine.Journals.Postgres;
using ActorKube.Engine.Journals.Sqlite;
using Microsoft.Extensions.Logging;

namespace ActorKube.Host.Composition;

/// <summary>The journal that a host is told to use: its own SQLite file, or the PostgreSQL database that it shares with others.</summary>
/// <param name="Journal">Either.</param>
/// <param name="Database">Null for a file.</param>
internal sealed record HostJournal(IJournal Journal, PostgresDatabase? Database) : IAsyncDisposable
{
    /// <summary>Begins the setting that names a database; an Npgsql connection string follows.</summary>
    public const string PostgresPrefix = "postgres:";

    /// <summary>Completes when the journal can't go on and has to be opened anew.</summary>
    public Task Ended => (Journal as PostgresJournal)?.Ended ?? new TaskCompletionSource().Task;

    public static async Task<HostJournal> OpenAsync(HostSettings settings, TimeProvider time, ILoggerFactory logs, CancellationToken cancellationToken)
    {
        if (settings.Journal is not { } journal)
        {
            var file = new SqliteJournalOptions { Path = Path.Combine(settings.DataDirectory, "journal.db") };
            return new HostJournal(SqliteJournal.Open(file, time), null);
        }

        if (!journal.StartsWith(PostgresPrefix, StringComparison.Ordinal))
        {
            throw new ArgumentException($"The journal '{journal}' is not {PostgresPrefix} and a connection string.");
        }

        var options = new PostgresJournalOptions { ConnectionString = journal[PostgresPrefix.Length..] };
        var database = await PostgresDatabase.OpenAsync(options, time, cancellationToken).ConfigureAwait(false);
        try
        {
            return new HostJournal(await PostgresJournal.OpenAsync(database, time, logs.CreateLogger<PostgresJournal>(), cancellationToken).ConfigureAwait(false), database);
        }
        catch
        {
            await database.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Journal.DisposeAsync().ConfigureAwait(false);
        if (Database is not null)
        {
            await Database.DisposeAsync().ConfigureAwait(false);
        }
    }
}
