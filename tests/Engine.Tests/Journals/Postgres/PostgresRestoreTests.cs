using ActorKube.Engine.Journals;
using ActorKube.Engine.Journals.Postgres;
using ActorKube.Engine.Tests.Support;
using Npgsql;

namespace ActorKube.Engine.Tests.Journals.Postgres;

/// <summary>A database that was restored from a backup doesn't know what hosts have seen.</summary>
public sealed class PostgresRestoreTests(SharedPostgres postgres) : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private PostgresJournalOptions _options = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _options = (await postgres.NewClusterAsync()) with { PollInterval = TimeSpan.FromMilliseconds(20), PageSize = 1 };

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory(Timeout = 60_000)]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(7)]
    public async Task Host_ThatHasSeenWhatTheBackupHasNot_Ends(int writtenSince)
    {
        await using var before = await PostgresHost.OpenAsync(_options);
        for (var i = 0; i < 5; i++)
        {
            await before.Journal.AppendAsync(Make.Put(Make.Key($"old{i}"), 0), Cancellation);
        }

        // What a restore and a host that starts after it make of the database, in one step.
        await ExecuteAsync(
            before,
            $"""
            DELETE FROM event WHERE revision > 2;
            INSERT INTO event (revision, object, version, kind, time, cause, state)
                SELECT 2 + n, 'things/default/new' || n, 1, 0, time, cause, state FROM generate_series(1, {writtenSince}) n, (SELECT * FROM event WHERE revision = 1) e;
            UPDATE journal SET head = 2 + {writtenSince};
            """);

        await before.Journal.Ended.WaitAsync(Limit, Cancellation);
    }

    [Fact(Timeout = 60_000)]
    public async Task Host_ThatSeesItsOwnHistoryOnly_GoesOn()
    {
        await using var hosts = await Hosts.OpenAsync(_options, 2);
        var followers = await hosts.FollowAsync();
        for (var i = 0; i < 20; i++)
        {
            var written = await hosts.All[i % 2].Journal.AppendAsync(i % 3 == 2 ? Make.Delete(Make.Key("a"), i % 3) : Make.Put(Make.Key("a"), i % 3), Cancellation);
            await followers[0].ReachedAsync(written.Revision);
            await hosts.All[0].Journal.CompactAsync(RetentionPolicy.Nothing, Cancellation);
        }

        await followers[1].ReachedAsync(20);
        Assert.All(hosts.All, host => Assert.False(host.Journal.Ended.IsCompleted));
    }

    [Fact(Timeout = 60_000)]
    public async Task Database_ToldThatItWasRestored_GoesOnFarAboveWithoutHistory()
    {
        await using (var before = await PostgresHost.OpenAsync(_options))
        {
            await before.Journal.AppendAsync(Make.Put(Make.Key("a"), 0), Cancellation);
            await before.Journal.AppendAsync(Make.Put(Make.Key("a"), 1), Cancellation);
            await before.Journal.AppendAsync(Make.Put(Make.Key("gone"), 0), Cancellation);
            await before.Journal.AppendAsync(Make.Delete(Make.Key("gone"), 1), Cancellation);
            await ExecuteAsync(before, "SELECT restored()");
        }

        await using var after = await PostgresHost.OpenAsync(_options);
        var follower = new GatedFollower();
        await using var following = await after.Journal.FollowAsync(0, follower, Cancellation);

        Assert.Equal([(2, Make.Key("a").ToString(), 2)], follower.Seen);
        Assert.Equal(1_000_004, await after.Journal.GetHeadRevisionAsync(Cancellation));
        Assert.Equal(1_000_004, follower.Horizon);
        var next = await after.Journal.AppendAsync(Make.Put(Make.Key("a"), 2), Cancellation);
        Assert.Equal((true, 1_000_005, 3), (next.Committed, next.Revision, next.Version));
        await Assert.ThrowsAsync<RevisionExpiredException>(() => after.Journal.ReadAsync(5, Cancellation).GetAsyncEnumerator(Cancellation).MoveNextAsync().AsTask());
    }

    private static async Task ExecuteAsync(PostgresHost host, string sql)
    {
        await using var connection = await host.Database.Source.OpenConnectionAsync(Cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
