using ActorKube.Engine.Journals.Postgres;

namespace ActorKube.Engine.Tests.Journals.Postgres;

/// <summary>Several hosts, opened at once.</summary>
internal sealed class Hosts(PostgresHost[] all) : IAsyncDisposable
{
    public PostgresHost[] All { get; } = all;

    public static async Task<Hosts> OpenAsync(PostgresJournalOptions options, int count) =>
        new(await Task.WhenAll(Enumerable.Range(0, count).Select(_ => Task.Run(() => PostgresHost.OpenAsync(options)))));

    /// <summary>A follower on each, which lasts as long as its journal.</summary>
    public async Task<GatedFollower[]> FollowAsync()
    {
        var followers = All.Select(_ => new GatedFollower()).ToArray();
        foreach (var (host, follower) in All.Zip(followers))
        {
            _ = await host.Journal.FollowAsync(0, follower, TestContext.Current.CancellationToken);
        }

        return followers;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in All)
        {
            await host.DisposeAsync();
        }
    }
}
