using ActorKube.Engine.Journals;
using ActorKube.Engine.Journals.Sqlite;
using ActorKube.Engine.Tests.Support;

namespace ActorKube.Engine.Tests.Journals;

public sealed class SqliteJournalTests : JournalContract
{
    private readonly TempFolder _folder = new();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Reopen_AfterDispose_GoesOnWhereItWas()
    {
        await Journal.AppendAsync(Make.Put(Make.Key("a"), 0, "one"), Cancellation);
        await Journal.AppendAsync(Make.Put(Make.Key("a"), 1, "two"), Cancellation);
        await Journal.DisposeAsync();

        await using var reopened = await OpenAsync();

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

        await using var reopened = await OpenAsync();

        Assert.Equal(2, reopened.OldestRevision);
        Assert.Equal(AppendResult.Success(3, 1), await reopened.AppendAsync(Make.Put(Make.Key("b"), 0), Cancellation));
    }

    [Fact]
    public async Task Dispose_WithAppendsUnderWay_EndsEachOfThem()
    {
        var appends = Enumerable.Range(0, 500).Select(i => Journal.AppendAsync(Make.Put(Make.Key($"n{i}"), 0), Cancellation).AsTask()).ToList();
        await Journal.DisposeAsync();
        var results = await Task.WhenAll(appends);

        await using var reopened = await OpenAsync();

        Assert.Equal(500, results.Count(r => r.Committed));
        Assert.Equal(500, await reopened.GetHeadRevisionAsync(Cancellation));
    }

    [Fact]
    public async Task Open_InUse_IsRefused() => await Assert.ThrowsAsync<IOException>(async () => await OpenAsync());

    [Fact]
    public async Task Open_NewerSchema_IsRefusedAndReleased()
    {
        await Journal.DisposeAsync();
        using (var database = SqliteDatabase.OpenWritable(_folder.File("journal.db")))
        {
            database.Execute("PRAGMA user_version = 1000");
        }

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await OpenAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await OpenAsync());
    }

    [Fact]
    public async Task Append_DiskRefuses_SurelyDidNotHappenAndTheNextIsTried()
    {
        await Journal.AppendAsync(Make.Put(Make.Key("a"), 0), Cancellation);
        using var database = SqliteDatabase.OpenWritable(_folder.File("journal.db"));
        database.Execute("CREATE TRIGGER refuse BEFORE INSERT ON event BEGIN SELECT RAISE(FAIL, 'disk full'); END");

        var e = await Assert.ThrowsAsync<JournalUnavailableException>(
            async () => await Journal.AppendAsync(Make.Put(Make.Key("b"), 0), Cancellation));
        database.Execute("DROP TRIGGER refuse");

        Assert.False(e.OutcomeUnknown);
        Assert.Equal(AppendResult.Success(2, 1), await Journal.AppendAsync(Make.Put(Make.Key("b"), 0), Cancellation));
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

    protected override ValueTask<IJournal> OpenAsync() =>
        ValueTask.FromResult<IJournal>(SqliteJournal.Open(new SqliteJournalOptions { Path = _folder.File("journal.db") }, Time));

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
