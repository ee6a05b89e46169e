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
    public async Task Open_FirstSchema_KeepsVersionsAndHistory()
    {
        await Journal.DisposeAsync();
        File.Delete(_folder.File("journal.db"));
        using (var database = SqliteDatabase.OpenWritable(_folder.File("journal.db")))
        {
            database.Execute(SqliteMigrations.Scripts()[0] + "; PRAGMA user_version = 1");
            database.Execute(Row(1, "a", 1) + Row(2, "b", 1) + Row(3, "a", 2) + Row(4, "b", 2, ChangeKind.Delete) + Row(5, "a", 3));
        }

        await using var reopened = await OpenAsync();
        Assert.Equal([1L, 3, 5], await RevisionsAsync(reopened, "a"));
        Assert.Equal(AppendResult.Conflict(5, 3), await reopened.AppendAsync(Make.Put(Make.Key("a"), 2), Cancellation));

        // The first two versions of one, and all of the other.
        Assert.Equal(4, await reopened.CompactAsync(RetentionPolicy.Nothing, Cancellation));
        Assert.Equal(AppendResult.Success(6, 4), await reopened.AppendAsync(Make.Put(Make.Key("a"), 3), Cancellation));
        Assert.Equal(AppendResult.Success(7, 1), await reopened.AppendAsync(Make.Put(Make.Key("b"), 0), Cancellation));
        Assert.Equal([5L, 6], await RevisionsAsync(reopened, "a"));
    }

    [Fact]
    public async Task Reopen_ObjectThatWasMadeAgain_OutlivesTheCompactionOfItsTombstone()
    {
        await Journal.AppendAsync(Make.Put(Make.Key("a"), 0), Cancellation);
        await Journal.AppendAsync(Make.Delete(Make.Key("a"), 1), Cancellation);
        await Journal.AppendAsync(Make.Put(Make.Key("a"), 2), Cancellation);
        await Journal.CompactAsync(new RetentionPolicy { Window = TimeSpan.FromDays(1), MaxRevisions = 1 }, Cancellation);
        Assert.Equal([3L], await RevisionsAsync(Journal, "a"));
        Assert.Equal(AppendResult.Success(4, 4), await Journal.AppendAsync(Make.Put(Make.Key("a"), 3), Cancellation));
        await Journal.DisposeAsync();

        await using var reopened = await OpenAsync();

        Assert.Equal([3L, 4], await RevisionsAsync(reopened, "a"));
        Assert.Equal(AppendResult.Success(5, 5), await reopened.AppendAsync(Make.Put(Make.Key("a"), 4), Cancellation));
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
    public async Task Append_SomebodyElseHasWritten_IsRefused()
    {
        await Journal.AppendAsync(Make.Put(Make.Key("a"), 0), Cancellation);
        using var database = SqliteDatabase.OpenWritable(_folder.File("journal.db"));
        database.Execute("INSERT INTO event SELECT 2, object, 2, 1, kind, time, cause, state FROM event");

        await Assert.ThrowsAsync<JournalUnavailableException>(async () => await Journal.AppendAsync(Make.Put(Make.Key("a"), 1), Cancellation));

        Assert.Equal(2, database.ReadNumber("SELECT max(version) FROM event"));
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

    private static async Task<IEnumerable<long>> RevisionsAsync(IJournal journal, string name) =>
        (await journal.ReadHistoryAsync(Make.Key(name), Cancellation)).Select(static e => e.Revision);

    private static string Row(long revision, string name, long version, ChangeKind kind = ChangeKind.Put)
    {
        var state = System.Text.Encoding.UTF8.GetString(Make.Put(Make.Key(name), version).State.Json.Span);
        return $"INSERT INTO event VALUES ({revision}, '{Make.Key(name)}', {version}, {(int)kind}, 0, 'test', CAST('{state}' AS BLOB));";
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
