using ActorKube.Engine.Journals.Postgres;
using Microsoft.Extensions.Logging.Abstractions;

namespace ActorKube.Engine.Tests.Journals.Postgres;

/// <summary>A journal with a database object of its own, as each host has it.</summary>
internal sealed class PostgresHost(PostgresDatabase database, PostgresJournal journal) : IAsyncDisposable
{
    public PostgresDatabase Database { get; } = database;

    public PostgresJournal Journal { get; } = journal;

    public static async Task<PostgresHost> OpenAsync(PostgresJournalOptions options, TimeProvider? time = null)
    {
        var database = await PostgresDatabase.OpenAsync(options, TimeProvider.System);
        return new PostgresHost(database, await PostgresJournal.OpenAsync(database, time ?? TimeProvider.System, NullLogger<PostgresJournal>.Instance));
    }

    public async ValueTask DisposeAsync()
    {
        await Journal.DisposeAsync();
        await Database.DisposeAsync();
    }
}
