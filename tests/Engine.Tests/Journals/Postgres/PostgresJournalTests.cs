using ActorKube.Engine.Journals;
using ActorKube.Engine.Journals.Postgres;
using ActorKube.Engine.Tests.Support;
using Npgsql;

namespace ActorKube.Engine.Tests.Journals.Postgres;

/// <summary>The contract, and what a single host can see of PostgreSQL.</summary>
public sealed class PostgresJournalTests(SharedPostgres postgres) : JournalContract
{
    // Attributes can't hold one.
    private const string HalfAPair = "half a pair of surrogates";

    private readonly List<PostgresHost> _hosts = [];
    private PostgresJournalOptions _options = null!;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        foreach (var host in _hosts)
        {
            await host.DisposeAsync();
        }
    }

    [Fact]
    public async Task Reopen_AfterDispose_GoesOnWhereItWas()
    {
        await Journal.AppendAsync(Make.Put(Make.Key("a"), 0, "one"), Cancellation);
        await Journal.AppendAsync(Make.Put(Make.Key("a"), 1, "two"), Cancellation);
        await Journal.DisposeAsync();

        var reopened = await OpenAsync();

        Assert.Equal(2, await reopened.GetHeadRevisionAsync(Cancellation));
        Assert.Equal(AppendResult.Conflict(2, 2), await reopened.AppendAsync(Make.Put(Make.Key("a"), 1), Cancellation));
        Assert.Equal(AppendResult.Success(3, 3), await reopened.AppendAsync(Make.Put(Make.Key("a"), 2), Cancellation));
    }

    [Fact]
    public async Task Reopen_EverythingWasDeletedAndCompacted_RevisionsGoOn()
    {
        await Journal.AppendAsync(Make.Put(Make.Key("a"), 0), Cancellation);
        await Journal.AppendAsync(Make.Delete(Make.Key("a"), 1), Cancellation);
        await Journal.CompactAsync(RetentionPolicy.Nothing, Cancellation);
        await Journal.DisposeAsync();

        var reopened = await OpenAsync();

        Assert.Equal(2, reopened.OldestRevision);
        Assert.Equal(AppendResult.Success(3, 1), await reopened.AppendAsync(Make.Put(Make.Key("b"), 0), Cancellation));
    }

    [Fact]
    public async Task Dispose_WithAppendsUnderWay_EndsEachOfThem()
    {
        var appends = Enumerable.Range(0, 500).Select(i => Journal.AppendAsync(Make.Put(Make.Key($"n{i}"), 0), Cancellation).AsTask()).ToList();
        await Journal.DisposeAsync();
        var results = await Task.WhenAll(appends);

        var reopened = await OpenAsync();

        Assert.Equal(500, results.Count(r => r.Committed));
        Assert.Equal(500, await reopened.GetHeadRevisionAsync(Cancellation));
    }

    [Fact]
    public async Task Append_SameObjectAgainAndAgainWithoutWaiting_IsDecidedInOrder()
    {
        var appends = Enumerable.Range(0, 50).Select(i => Journal.AppendAsync(Make.Put(Make.Key("a"), i), Cancellation).AsTask());

        Assert.Equal(Enumerable.Range(1, 50).Select(v => AppendResult.Success(v, v)), await Task.WhenAll(appends));
    }

    [Theory]
    [InlineData("a\0b", "cause")]
    [InlineData("name", "a\0b")]
    [InlineData("name", HalfAPair)]
    public async Task Append_TextThatNoDatabaseHolds_IsRefusedAloneAndAtOnce(string name, string cause) =>
        await Assert.ThrowsAnyAsync<ArgumentException>(
            async () => await Journal.AppendAsync(
                new JournalAppend(Make.Key(name), 0, Make.State(), cause == HalfAPair ? "\ud83d" : cause), Cancellation));

    [Fact]
    public async Task Append_BatchesFullOfBytes_AllArrive()
    {
        var spec = new string('x', 1 << 20);
        var appends = Enumerable.Range(0, 20).Select(i => Journal.AppendAsync(Make.Put(Make.Key($"n{i}"), 0, spec), Cancellation).AsTask());

        Assert.All(await Task.WhenAll(appends), result => Assert.True(result.Committed));
    }

    [Fact]
    public async Task Append_DatabaseRefuses_SurelyDidNotHappenAndTheNextIsTried()
    {
        await Journal.AppendAsync(Make.Put(Make.Key("a"), 0), Cancellation);
        await ExecuteAsync("ALTER TABLE event ADD CONSTRAINT refuse CHECK (revision < 2)");

        var e = await Assert.ThrowsAsync<JournalUnavailableException>(
            async () => await Journal.AppendAsync(Make.Put(Make.Key("b"), 0), Cancellation));
        await ExecuteAsync("ALTER TABLE event DROP CONSTRAINT refuse");

        Assert.False(e.OutcomeUnknown);
        Assert.Equal(AppendResult.Success(2, 1), await Journal.AppendAsync(Make.Put(Make.Key("b"), 0), Cancellation));
    }

    [Fact]
    public async Task Append_AfterTheWriterWasFenced_IsRefusedForGood()
    {
        await Journal.AppendAsync(Make.Put(Make.Key("a"), 0), Cancellation);
        await _hosts[0].Database.FenceAsync(_hosts[0].Journal.WriterId, Cancellation);

        for (var i = 0; i < 2; i++)
        {
            var e = await Assert.ThrowsAsync<JournalUnavailableException>(
                async () => await Journal.AppendAsync(Make.Put(Make.Key("b"), 0), Cancellation));
            Assert.False(e.OutcomeUnknown);
        }

        await _hosts[0].Journal.Ended.WaitAsync(Cancellation);

        // Another host goes on.
        var other = await OpenAsync();
        Assert.Equal(AppendResult.Success(2, 1), await other.AppendAsync(Make.Put(Make.Key("b"), 0), Cancellation));
    }

    [Fact(Timeout = 60_000)]
    public async Task Abandon_WhileTheDatabaseDoesNotAnswer_EndsWhatIsUnderWayAtOnce()
    {
        await Journal.AppendAsync(Make.Put(Make.Key("a"), 0), Cancellation);
        await using var blocker = await _hosts[0].Database.Source.OpenConnectionAsync(Cancellation);
        await using var transaction = await blocker.BeginTransactionAsync(Cancellation);
        await using var command = new NpgsqlCommand("LOCK TABLE event IN ACCESS EXCLUSIVE MODE", blocker, transaction);
        await command.ExecuteNonQueryAsync(Cancellation);
        var append = Journal.AppendAsync(Make.Put(Make.Key("b"), 0), Cancellation).AsTask();
        await using var witness = await _hosts[0].Database.Source.OpenConnectionAsync(Cancellation);
        await using var waiting = new NpgsqlCommand("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%append_events%' AND datname = current_database()", witness);
        while (await waiting.ExecuteScalarAsync(Cancellation) is 0L)
        {
            Assert.False(append.IsCompleted);
        }

        _hosts[0].Journal.Abandon();

        // Much sooner than the time-out of a command, 5 s: the lock is held until the end.
        var start = TimeProvider.System.GetTimestamp();
        Assert.True((await Assert.ThrowsAsync<JournalUnavailableException>(() => append)).OutcomeUnknown);
        Assert.False((await Assert.ThrowsAsync<JournalUnavailableException>(async () => await Journal.AppendAsync(Make.Put(Make.Key("c"), 0), Cancellation))).OutcomeUnknown);
        await Journal.DisposeAsync();
        Assert.InRange(TimeProvider.System.GetElapsedTime(start), TimeSpan.Zero, TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task Follower_Throws_EndsTheJournal()
    {
        await using var following = await Journal.FollowAsync(0, new FailingFollower(), Cancellation);

        var first = await Assert.ThrowsAsync<JournalUnavailableException>(
            async () => await Journal.AppendAsync(Make.Put(Make.Key("a"), 0), Cancellation));
        await Assert.ThrowsAsync<JournalUnavailableException>(
            async () => await Journal.AppendAsync(Make.Put(Make.Key("b"), 0), Cancellation));

        Assert.True(first.OutcomeUnknown);
        Assert.IsType<NotSupportedException>(first.InnerException);
    }

    [Fact]
    public async Task Open_DatabaseClock_StampsWithoutTheHostsTime()
    {
        var other = await OpenAsync(_options with { DatabaseClock = true });
        var before = TimeProvider.System.GetUtcNow().AddMilliseconds(-1);
        await other.AppendAsync(Make.Put(Make.Key("a"), 0), Cancellation);

        var item = await other.ReadAsync(0, Cancellation).SingleAsync(Cancellation);
        Assert.InRange(item.Time, before, before.AddMinutes(1));
    }

    protected override async ValueTask<IJournal> OpenAsync()
    {
        _options ??= await postgres.NewClusterAsync() with { DatabaseClock = false };
        return await OpenAsync(_options);
    }

    private async Task<IJournal> OpenAsync(PostgresJournalOptions options)
    {
        var host = await PostgresHost.OpenAsync(options, Time);
        _hosts.Add(host);
        return host.Journal;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = _hosts[0].Database.Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private sealed class FailingFollower : IJournalFollower
    {
        public void OnSnapshot(IEnumerable<JournalEvent> events, long oldestRevision, long headRevision)
        {
        }

        public void OnEvents(ReadOnlySpan<JournalEvent> events) => throw new NotSupportedException();

        public void OnCompacted(long oldestRevision)
        {
        }
    }
}
