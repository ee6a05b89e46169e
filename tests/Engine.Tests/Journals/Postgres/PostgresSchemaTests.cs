using ActorKube.Engine.Journals.Postgres;
using ActorKube.Engine.Tests.Support;
using Npgsql;

namespace ActorKube.Engine.Tests.Journals.Postgres;

public sealed class PostgresSchemaTests(SharedPostgres postgres) : IAsyncLifetime
{
    private PostgresJournalOptions _options = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _options = await postgres.NewClusterAsync();

    private static int Next { get; } = PostgresMigrations.Scripts().Count + 1;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact(Timeout = 60_000)]
    public async Task Open_ManyHostsOnAnEmptyDatabase_EachScriptIsAppliedOnce()
    {
        await using var hosts = await Hosts.OpenAsync(_options, 6);

        Assert.Equal(PostgresMigrations.Scripts().Count, await NumberAsync(hosts.All[0].Database.Source, "SELECT count(*) FROM schema_version"));
    }

    [Fact(Timeout = 60_000)]
    public async Task Open_NewerSchemaThatOldOnesCanUse_Works()
    {
        await using var newer = await PostgresHost.OpenAsync(_options);
        await ApplyAsync(newer, $"ALTER TABLE event ADD COLUMN note text; INSERT INTO schema_version (number, min_reader) VALUES ({Next}, 1)");

        await using var older = await PostgresHost.OpenAsync(_options);
        Assert.True((await older.Journal.AppendAsync(Make.Put(Make.Key("a"), 0), Cancellation)).Committed);
    }

    [Fact(Timeout = 60_000)]
    public async Task Open_NewerSchemaThatOldOnesCannotUse_IsRefused()
    {
        await using var newer = await PostgresHost.OpenAsync(_options);
        await ApplyAsync(newer, $"INSERT INTO schema_version (number, min_reader) VALUES ({Next}, {Next})");

        await Assert.ThrowsAsync<InvalidOperationException>(() => PostgresHost.OpenAsync(_options));
    }

    [Fact(Timeout = 60_000)]
    public async Task Apply_ScriptFails_NothingOfItStays()
    {
        await using var host = await PostgresHost.OpenAsync(_options);
        var failing = $"CREATE TABLE half (id integer); SELECT 1 / 0; INSERT INTO schema_version (number, min_reader) VALUES ({Next}, 1)";

        await Assert.ThrowsAsync<PostgresException>(() => ApplyAsync(host, failing));

        Assert.Equal(0, await NumberAsync(host.Database.Source, "SELECT count(*) FROM pg_class WHERE relname = 'half' AND relnamespace = current_schema()::regnamespace"));
        Assert.Equal(Next - 1, await NumberAsync(host.Database.Source, "SELECT count(*) FROM schema_version"));
    }

    [Fact]
    public async Task Open_OptionsOutOfRange_AllAreNamed()
    {
        var options = new PostgresJournalOptions { ConnectionString = "Username=x", Schema = "a\"b", MaxBatch = 0 };

        var e = await Assert.ThrowsAsync<ArgumentException>(() => PostgresDatabase.OpenAsync(options, TimeProvider.System, Cancellation));

        Assert.Contains("schema", e.Message, StringComparison.Ordinal);
        Assert.Contains("MaxBatch", e.Message, StringComparison.Ordinal);
        Assert.Contains("Host", e.Message, StringComparison.Ordinal);
    }

    private Task ApplyAsync(PostgresHost host, string script) =>
        PostgresMigrations.ApplyAsync(host.Database.Source, _options.Schema, [.. PostgresMigrations.Scripts(), script], Cancellation);

    private static async Task<long> NumberAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync(Cancellation))!;
    }
}
