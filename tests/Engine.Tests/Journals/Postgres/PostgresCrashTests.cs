using System.Collections.Concurrent;
using ActorKube.Engine.Journals;
using ActorKube.Engine.Journals.Postgres;
using ActorKube.Engine.Tests.Support;
using ActorKube.Tests.Databases;

namespace ActorKube.Engine.Tests.Journals.Postgres;

/// <summary>A server of each test's own, with fsync, that is stopped under the hosts' feet.</summary>
public sealed class PostgresCrashTests : IAsyncLifetime
{
    private const int Writers = 8;

    private readonly ConcurrentBag<(long Revision, string Object, long Version)> _acknowledged = [];
    private readonly ConcurrentBag<string> _unknown = [];
    private PostgresServer _server = null!;
    private PostgresJournalOptions _options = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await PostgresServer.StartAsync("autovacuum=off");
        _options = new PostgresJournalOptions { ConnectionString = _server.ConnectionString };
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory(Timeout = 120_000)]
    [InlineData("QUIT")]
    [InlineData("KILL")]
    [InlineData("INT")]
    public async Task Stop_InTheMiddleOfWrites_IsWaitedOutWithNothingLostOrDoubled(string signal)
    {
        await using var hosts = await Hosts.OpenAsync(_options with { RetryFor = TimeSpan.FromMinutes(1) }, 2);
        var followers = await hosts.FollowAsync();

        await WriteWhileStoppingAsync(hosts, signal);

        Assert.Empty(_unknown);
        await AssertConsistentAsync(hosts, followers);
    }

    [Fact(Timeout = 120_000)]
    public async Task Stop_InTheMiddleOfWritesThatAreNotRetried_UnknownOnesAreThereAtMostOnce()
    {
        await using var hosts = await Hosts.OpenAsync(_options with { RetryFor = TimeSpan.Zero }, 2);
        var followers = await hosts.FollowAsync();

        await WriteWhileStoppingAsync(hosts, "QUIT");

        Assert.NotEmpty(_unknown);
        await AssertConsistentAsync(hosts, followers);
    }

    [Fact(Timeout = 120_000)]
    public async Task Primary_LostInTheMiddleOfWrites_TheStandbyGoesOnWithNothingLostOrDoubled()
    {
        await using var standby = await _server.StartStandbyAsync();
        await QueryAsync(_server, "ALTER SYSTEM SET synchronous_standby_names = '*'");
        await QueryAsync(_server, "SELECT pg_reload_conf()");
        var both = _options with { ConnectionString = PostgresServer.ConnectionStringOf(_server, standby), RetryFor = TimeSpan.FromMinutes(1) };
        await using var hosts = await Hosts.OpenAsync(both, 2);
        var followers = await hosts.FollowAsync();

        await WriteDuringAsync(hosts, async () =>
        {
            await _server.StopAsync("KILL");
            await QueryAsync(standby, "SELECT pg_promote()");
        });

        Assert.Empty(_unknown);
        await AssertConsistentAsync(hosts, followers);
    }

    [Fact(Timeout = 120_000)]
    public async Task Stop_LongerThanAppendsWait_TheyAreRefusedAndLaterOnesWork()
    {
        await using var hosts = await Hosts.OpenAsync(_options with { RetryFor = TimeSpan.FromMilliseconds(200) }, 1);
        var journal = hosts.All[0].Journal;
        await journal.AppendAsync(Make.Put(Make.Key("a"), 0), Cancellation);
        await _server.StopAsync("QUIT");

        var appends = Enumerable.Range(0, 2000).Select(i => journal.AppendAsync(Make.Put(Make.Key($"n{i}"), 0), Cancellation).AsTask()).ToList();
        foreach (var append in appends)
        {
            await Assert.ThrowsAsync<JournalUnavailableException>(() => append);
        }

        await Assert.ThrowsAsync<JournalUnavailableException>(async () => await journal.GetHeadRevisionAsync(Cancellation));
        await _server.RestartAsync();
        Assert.Equal(1, await journal.GetHeadRevisionAsync(Cancellation));
        Assert.Equal(AppendResult.Success(2, 1), await journal.AppendAsync(Make.Put(Make.Key("b"), 0), Cancellation));
    }

    [Fact(Timeout = 120_000)]
    public async Task Dispose_WhileTheDatabaseIsAway_EndsEveryAppend()
    {
        await using var hosts = await Hosts.OpenAsync(_options with { RetryFor = TimeSpan.FromMinutes(1) }, 1);
        await _server.StopAsync("QUIT");
        var appends = Enumerable.Range(0, 100).Select(i => hosts.All[0].Journal.AppendAsync(Make.Put(Make.Key($"n{i}"), 0), Cancellation).AsTask()).ToList();

        await hosts.All[0].Journal.DisposeAsync();

        foreach (var append in appends)
        {
            Assert.False((await Assert.ThrowsAsync<JournalUnavailableException>(() => append)).OutcomeUnknown);
        }
    }

    [Fact(Timeout = 120_000)]
    public async Task Append_SentAgain_HasTheSameAnswerAndNoSecondEffect()
    {
        await using var database = await PostgresDatabase.OpenAsync(_options, TimeProvider.System, Cancellation);
        var appender = new PostgresAppender(database, Guid.NewGuid(), TimeProvider.System);
        await using var connection = await database.Source.OpenConnectionAsync(Cancellation);
        var batch = new PostgresBatch(1, [new PendingAppend(Make.Put(Make.Key("a"), 0)), new PendingAppend(Make.Put(Make.Key("b"), 7))]);

        var first = await appender.AppendAsync(connection, batch, Cancellation);
        var again = await appender.AppendAsync(connection, batch, Cancellation);
        await appender.AppendAsync(connection, new PostgresBatch(2, [new PendingAppend(Make.Put(Make.Key("a"), 1))]), Cancellation);
        var straggler = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => appender.AppendAsync(connection, batch, Cancellation));

        Assert.Equal([0, 0], first.Found);
        Assert.Equal(first.Found, again.Found);
        Assert.Equal((first.Head, first.Time), (again.Head, again.Time));
        Assert.Equal("AK002", straggler.SqlState);
        Assert.Equal(2, (await new PostgresReader(database).ReadSnapshotAsync(Cancellation)).Events.Count);
    }

    [Fact(Timeout = 120_000)]
    public async Task Follow_NothingHappens_NothingIsWritten()
    {
        var time = new ManualTime();
        await using var host = await PostgresHost.OpenAsync(_options, time);
        await using var following = await host.Journal.FollowAsync(0, new GatedFollower(), Cancellation);
        await host.Journal.AppendAsync(Make.Put(Make.Key("a"), 0), Cancellation);
        var before = await TransactionAsync(host);

        for (var i = 0; i < 100; i++)
        {
            await time.ArmedAsync(_options.PollInterval);
            time.Advance(_options.PollInterval);
        }

        Assert.Equal(before, await TransactionAsync(host));
    }

    /// <summary>Stops and starts the server three times; the writers begin before and end after it.</summary>
    private Task WriteWhileStoppingAsync(Hosts hosts, string signal) => WriteDuringAsync(hosts, async () =>
    {
        for (var round = 0; round < 3; round++)
        {
            await GrownAsync(_acknowledged.Count + 500);
            await _server.StopAsync(signal);
            await _server.RestartAsync();
        }
    });

    /// <summary>Writes before, during and after something.</summary>
    private async Task WriteDuringAsync(Hosts hosts, Func<Task> happening)
    {
        using var enough = new CancellationTokenSource();
        var writing = hosts.All.SelectMany((host, h) => Enumerable.Range(0, Writers).Select(w => Task.Run(() => WriteAsync(host.Journal, $"h{h}-w{w}", enough.Token)))).ToList();
        await GrownAsync(_acknowledged.Count + 500);
        await happening();
        await GrownAsync(_acknowledged.Count + 500);
        await enough.CancelAsync();
        await Task.WhenAll(writing);
    }

    private static async Task QueryAsync(PostgresServer server, string statement)
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(server.ConnectionString);
        await using var command = source.CreateCommand(statement);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private async Task GrownAsync(int count)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (_acknowledged.Count < count)
        {
            await timer.WaitForNextTickAsync(Cancellation);
        }
    }

    /// <summary>Each write is to a version that only it can make, so that its object and version name it.</summary>
    private async Task WriteAsync(PostgresJournal journal, string name, CancellationToken enough)
    {
        for (var (i, version) = (0, 0L); !enough.IsCancellationRequested;)
        {
            var key = Make.Key($"{name}-{i}");
            try
            {
                var result = await journal.AppendAsync(Make.Put(key, version, new string('x', 500)), Cancellation);
                Assert.True(result.Committed, $"{key} {version}: {result}");
                _acknowledged.Add((result.Revision, key.ToString(), result.Version));
                version++;
            }
            catch (JournalUnavailableException e)
            {
                if (e.OutcomeUnknown)
                {
                    _unknown.Add(key.ToString());
                }

                (i, version) = (i + 1, 0);
                await RetryDelay.First.WaitAsync(TimeProvider.System, Cancellation);
            }
        }
    }

    private async Task AssertConsistentAsync(Hosts hosts, GatedFollower[] followers)
    {
        var head = await hosts.All[0].Journal.GetHeadRevisionAsync(Cancellation);
        await Task.WhenAll(followers.Select(f => f.ReachedAsync(head)));
        var kept = await hosts.All[1].Journal.ReadAsync(0, Cancellation).Select(e => (e.Revision, e.Key.ToString(), e.Version)).ToArrayAsync(Cancellation);

        Assert.Equal(Enumerable.Range(1, (int)head).Select(r => (long)r), kept.Select(e => e.Revision));
        Assert.Equal(kept.Length, kept.DistinctBy(e => (e.Item2, e.Version)).Count());
        Assert.Equal(_acknowledged.Count, _acknowledged.Distinct().Count());
        Assert.Empty(_acknowledged.Except(kept));
        Assert.All(kept.Except(_acknowledged), e => Assert.Contains(e.Item2, _unknown));
        Assert.All(followers, follower => Assert.Equal(kept, follower.Seen));
    }

    private static async Task<string> TransactionAsync(PostgresHost host)
    {
        await using var command = host.Database.Source.CreateCommand("SELECT pg_snapshot_xmax(pg_current_snapshot())::text");
        return (string)(await command.ExecuteScalarAsync(Cancellation))!;
    }
}
