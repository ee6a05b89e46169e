using ActorKube.Engine.Journals;
using ActorKube.Engine.Journals.Postgres;
using ActorKube.Engine.Tests.Support;

namespace ActorKube.Engine.Tests.Journals.Postgres;

/// <summary>Several hosts on one database.</summary>
public sealed class PostgresClusterTests(SharedPostgres postgres) : IAsyncLifetime
{
    private PostgresJournalOptions _options = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _options = await postgres.NewClusterAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact(Timeout = 60_000)]
    public async Task Append_ThreeHostsAtOnce_AllAreShownTheSameFeedWithoutGap()
    {
        await using var hosts = await Hosts.OpenAsync(_options, 3);
        var followers = await hosts.FollowAsync();

        await Task.WhenAll(hosts.All.SelectMany((host, h) => Enumerable.Range(0, 8).Select(writer => Task.Run(
            async () =>
            {
                for (var i = 0; i < 100; i++)
                {
                    var result = await host.Journal.AppendAsync(Make.Put(Make.Key($"h{h}-w{writer}"), i), Cancellation);
                    Assert.Equal((true, i + 1L), (result.Committed, result.Version));
                    Assert.True(followers[h].Seen.Length >= result.Revision);
                }
            },
            Cancellation))));

        foreach (var follower in followers)
        {
            await follower.ReachedAsync(2400);
            Assert.Equal(Enumerable.Range(1, 2400).Select(r => (long)r), follower.Seen.Select(e => e.Revision));
            Assert.Equal(followers[0].Seen, follower.Seen);
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task Append_ThreeHostsToOneObject_OneWinsEachVersion()
    {
        await using var hosts = await Hosts.OpenAsync(_options, 3);
        var wins = new int[50];

        await Task.WhenAll(hosts.All.Select(host => Task.Run(
            async () =>
            {
                for (var version = 0; version < wins.Length; version++)
                {
                    var result = await host.Journal.AppendAsync(Make.Put(Make.Key("contended"), version), Cancellation);
                    Interlocked.Add(ref wins[version], result.Committed ? 1 : 0);
                }
            },
            Cancellation)));

        Assert.All(wins, count => Assert.Equal(1, count));
    }

    [Fact(Timeout = 60_000)]
    public async Task Append_OnAnotherHost_IsNotified()
    {
        // No time passes, so nobody polls.
        await using var here = await PostgresHost.OpenAsync(_options, new ManualTime());
        await using var there = await PostgresHost.OpenAsync(_options, new ManualTime());
        var follower = new GatedFollower();
        await using var following = await there.Journal.FollowAsync(0, follower, Cancellation);

        for (var i = 1; i <= 20; i++)
        {
            await here.Journal.AppendAsync(Make.Put(Make.Key($"n{i}"), 0), Cancellation);
            await follower.ReachedAsync(i);
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task Append_WithoutANotification_IsFoundByThePoll()
    {
        var time = new ManualTime();
        await using var host = await PostgresHost.OpenAsync(_options, time);
        var follower = new GatedFollower();
        await using var following = await host.Journal.FollowAsync(0, follower, Cancellation);
        await time.ArmedAsync(_options.PollInterval);
        await ExecuteAsync(
            host,
            """
            INSERT INTO event (revision, object, version, kind, time, cause, state)
                VALUES (1, 'pods/default/a', 1, 0, 0, '', convert_to('{"metadata":{"resourceVersion":""}}', 'UTF8'));
            UPDATE journal SET head = 1;
            """);

        var reached = follower.ReachedAsync(1);
        time.Advance(_options.PollInterval);
        await reached;
    }

    [Fact(Timeout = 60_000)]
    public async Task Follow_SlowFollower_HoldsUpNoOtherHostAndCatchesUpInPages()
    {
        await using var hosts = await Hosts.OpenAsync(_options with { PageSize = 50 }, 2);
        var followers = await hosts.FollowAsync();
        followers[1].Shut();

        await Task.WhenAll(Enumerable.Range(0, 1000).Select(i => hosts.All[0].Journal.AppendAsync(Make.Put(Make.Key($"n{i}"), 0), Cancellation).AsTask()));
        followers[1].Open();

        await followers[1].ReachedAsync(1000);
        Assert.Equal(followers[0].Seen, followers[1].Seen);
        Assert.Equal(1, followers[1].Snapshots);
    }

    [Fact(Timeout = 60_000)]
    public async Task Follow_FallenBehindTheHorizon_StartsOverWithASnapshot()
    {
        await using var hosts = await Hosts.OpenAsync(_options, 2);
        var followers = await hosts.FollowAsync();
        followers[1].Shut();
        for (var i = 0; i < 10; i++)
        {
            await hosts.All[0].Journal.AppendAsync(Make.Put(Make.Key("a"), i), Cancellation);
        }

        await hosts.All[0].Journal.CompactAsync(RetentionPolicy.Nothing, Cancellation);
        followers[1].Open();

        await followers[1].ReachedAsync(10);
        Assert.Equal((10L, "pods/default/a", 10L), followers[1].Seen[^1]);
    }

    [Fact(Timeout = 60_000)]
    public async Task Compact_ByAllHostsAtOnce_EachEventIsForgottenOnceAndAllHearTheHorizon()
    {
        await using var hosts = await Hosts.OpenAsync(_options with { PollInterval = TimeSpan.FromMilliseconds(10) }, 3);
        var followers = await hosts.FollowAsync();
        for (var i = 0; i < 600; i++)
        {
            await hosts.All[i % 3].Journal.AppendAsync(Make.Put(Make.Key("a"), i), Cancellation);
        }

        await Task.WhenAll(followers.Select(f => f.ReachedAsync(600)));
        var deleted = await Task.WhenAll(hosts.All.Select(host => host.Journal.CompactAsync(RetentionPolicy.Nothing, Cancellation)));
        var rest = await hosts.All[1].Journal.CompactAsync(RetentionPolicy.Nothing, Cancellation);

        Assert.Equal(599, deleted.Sum() + rest);
        await hosts.All[0].Journal.AppendAsync(Make.Put(Make.Key("b"), 0), Cancellation);
        Assert.Equal(600, hosts.All[0].Journal.OldestRevision);
        Assert.Equal(600, followers[0].Horizon);
    }

    [Fact(Timeout = 60_000)]
    public async Task Append_ExpectingATombstoneThatAnotherHostCompacted_ConflictsAndKnowsTheHorizon()
    {
        await using var hosts = await Hosts.OpenAsync(_options, 2);
        var followers = await hosts.FollowAsync();
        await hosts.All[0].Journal.AppendAsync(Make.Put(Make.Key("a"), 0), Cancellation);
        await hosts.All[0].Journal.AppendAsync(Make.Delete(Make.Key("a"), 1), Cancellation);
        await hosts.All[0].Journal.CompactAsync(RetentionPolicy.Nothing, Cancellation);

        var result = await hosts.All[1].Journal.AppendAsync(Make.Put(Make.Key("a"), 2), Cancellation);

        Assert.Equal(AppendResult.Conflict(2, 0), result);
        Assert.Equal(2, followers[1].Horizon);
    }

    [Fact(Timeout = 60_000)]
    public async Task Head_ReadByMany_IsNeverOlderThanTheQuestion()
    {
        await using var hosts = await Hosts.OpenAsync(_options, 2);
        await Task.WhenAll(Enumerable.Range(0, 16).Select(writer => Task.Run(
            async () =>
            {
                for (var i = 0; i < 50; i++)
                {
                    var result = await hosts.All[0].Journal.AppendAsync(Make.Put(Make.Key($"w{writer}"), i), Cancellation);
                    Assert.True(await hosts.All[1].Journal.GetHeadRevisionAsync(Cancellation) >= result.Revision);
                }
            },
            Cancellation)));
    }

    private static async Task ExecuteAsync(PostgresHost host, string sql)
    {
        await using var command = host.Database.Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
