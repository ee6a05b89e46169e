using ActorKube.Engine.Journals.Postgres;
using ActorKube.Engine.Tests.Journals.Postgres;
using ActorKube.Tests.Databases;

[assembly: AssemblyFixture(typeof(SharedPostgres))]

namespace ActorKube.Engine.Tests.Journals.Postgres;

/// <summary>One server for all tests that don't stop it, started when the first asks. Each test has a schema of its own.</summary>
public sealed class SharedPostgres : IAsyncDisposable
{
    private readonly Lazy<Task<PostgresServer>> _server = new(() => PostgresServer.StartAsync("fsync=off"));
    private int _schemas;

    public async ValueTask DisposeAsync()
    {
        if (_server.IsValueCreated)
        {
            await (await _server.Value).DisposeAsync();
        }
    }

    /// <summary>An empty cluster.</summary>
    internal async Task<PostgresJournalOptions> NewClusterAsync() => new()
    {
        ConnectionString = (await _server.Value).ConnectionString,
        Schema = $"test{Interlocked.Increment(ref _schemas)}",
    };
}
