using ActorKube.Engine.Journals;
using ActorKube.Engine.Journals.Postgres;
using ActorKube.Engine.Journals.Sqlite;
using Microsoft.Extensions.Logging;

namespace ActorKube.Host.Composition;

/// <summary>Opens the journal that a host is told to use: its own SQLite file, or the PostgreSQL database that it shares with others.</summary>
internal sealed class JournalFactory(HostSettings settings, TimeProvider time, ILoggerFactory logs)
{
    /// <summary>Begins the setting that names a database; an Npgsql connection string follows.</summary>
    public const string PostgresPrefix = "postgres:";

    /// <param name="running">Is given what has to be disposed, in order.</param>
    /// <param name="cancellationToken">Ends waiting for the database.</param>
    public async Task<IJournal> OpenAsync(Action<IAsyncDisposable> running, CancellationToken cancellationToken)
    {
        if (settings.Journal is not { } journal)
        {
            var file = new SqliteJournalOptions { Path = Path.Combine(settings.DataDirectory, "journal.db") };
            return Running(SqliteJournal.Open(file, time));
        }

        if (!journal.StartsWith(PostgresPrefix, StringComparison.Ordinal))
        {
            throw new ArgumentException($"The journal '{journal}' is not {PostgresPrefix} and a connection string.");
        }

        var options = new PostgresJournalOptions { ConnectionString = journal[PostgresPrefix.Length..] };
        var database = Running(await PostgresDatabase.OpenAsync(options, time, cancellationToken).ConfigureAwait(false));
        return Running(await PostgresJournal.OpenAsync(database, time, logs.CreateLogger<PostgresJournal>(), cancellationToken).ConfigureAwait(false));

        T Running<T>(T part)
            where T : IAsyncDisposable
        {
            running(part);
            return part;
        }
    }
}
