using ActorKube.Tests.Databases;

namespace ActorKube.EndToEnd.Tests;

/// <summary>Three hosts that share a PostgreSQL of their own. Nothing is left of them.</summary>
public abstract class MemberHosts : IAsyncLifetime
{
    private PostgresServer? _database;

    internal IReadOnlyList<ClusterMember> Hosts { get; private set; } = [];

    /// <summary>What each host is started with besides what makes it one of them.</summary>
    protected virtual IReadOnlyList<string> MoreOptions => [];

    /// <summary>So many of the three are started at the beginning.</summary>
    protected virtual int FirstHosts => 3;

    public virtual async ValueTask InitializeAsync()
    {
        _database = await PostgresServer.StartAsync("fsync=off");
        Hosts = [.. Enumerable.Range(1, 3).Select(i => new ClusterMember($"h{i}", _database.ConnectionString, MoreOptions))];
        await Task.WhenAll(Hosts.Take(FirstHosts).Select(static h => h.InitializeAsync().AsTask()));
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var host in Hosts)
        {
            await host.DisposeAsync();
        }

        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }
}
