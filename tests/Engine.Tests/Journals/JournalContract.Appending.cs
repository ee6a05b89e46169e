using ActorKube.Engine.Journals;
using ActorKube.Engine.Tests.Support;

namespace ActorKube.Engine.Tests.Journals;

public abstract partial class JournalContract
{
    [Fact]
    public async Task Append_NewObject_IsVersionOneAtTheNextRevision()
    {
        var first = await Journal.AppendAsync(Make.Put(Make.Key("a"), 0), Cancellation);
        var second = await Journal.AppendAsync(Make.Put(Make.Key("b"), 0), Cancellation);

        Assert.Equal(AppendResult.Success(1, 1), first);
        Assert.Equal(AppendResult.Success(2, 1), second);
        Assert.Equal(2, await Journal.GetHeadRevisionAsync(Cancellation));
    }

    [Fact]
    public async Task Append_ExpectedVersion_CountsUp()
    {
        await CommitAsync(Make.Put(Make.Key("a"), 0));
        await CommitAsync(Make.Put(Make.Key("a"), 1));

        Assert.Equal(AppendResult.Success(3, 3), await Journal.AppendAsync(Make.Put(Make.Key("a"), 2), Cancellation));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(-1)]
    public async Task Append_OtherVersion_ConflictsAndChangesNothing(long expected)
    {
        await CommitAsync(Make.Put(Make.Key("a"), 0, "one"));
        await CommitAsync(Make.Put(Make.Key("a"), 1, "two"));

        var result = await Journal.AppendAsync(Make.Put(Make.Key("a"), expected, "three"), Cancellation);

        Assert.Equal(AppendResult.Conflict(2, 2), result);
        Assert.Equal(["one", "two"], (await ReadAsync()).Select(e => Make.SpecOf(e.State.Json)));
    }

    [Fact]
    public async Task Append_UnknownObjectAtAVersion_Conflicts()
    {
        Assert.Equal(AppendResult.Conflict(0, 0), await Journal.AppendAsync(Make.Put(Make.Key("a"), 1), Cancellation));
    }

    [Fact]
    public async Task Append_SameNameElsewhere_IsAnotherObject()
    {
        await CommitAsync(Make.Put(Make.Key("a"), 0));
        await CommitAsync(Make.Put(Make.Key("a", "other"), 0));
        await CommitAsync(Make.Put(Make.Key("a", "", "nodes"), 0));
    }

    [Fact]
    public async Task Append_Deletion_KeepsTheLastStateAndItsVersionIsExpectedNext()
    {
        var key = Make.Key("a");
        await CommitAsync(Make.Put(key, 0, "alive"));
        await CommitAsync(Make.Delete(key, 1, "last words"));

        Assert.Equal(AppendResult.Conflict(2, 2), await Journal.AppendAsync(Make.Put(key, 0), Cancellation));
        Assert.Equal(AppendResult.Success(3, 3), await Journal.AppendAsync(Make.Put(key, 2), Cancellation));
        var deletion = (await ReadAsync())[1];
        Assert.Equal(ChangeKind.Delete, deletion.Kind);
        Assert.Equal("last words", Make.SpecOf(deletion.State.Json));
    }

    [Fact]
    public async Task Append_EventIsReadBack_AsItWasWritten()
    {
        Time.Advance(TimeSpan.FromMilliseconds(1.5));
        var append = new JournalAppend(Make.Key("ünïcode", "spaß"), 0, Make.State("Grüße 👋"), "user:jörg kubectl-edit");
        await CommitAsync(append);

        var read = Assert.Single(await ReadAsync());
        Assert.Equal((1, append.Key, 1, ChangeKind.Put, append.Cause), (read.Revision, read.Key, read.Version, read.Kind, read.Cause));
        Assert.Equal(append.State.Json.ToArray(), read.State.Json.ToArray());
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(Time.GetUtcNow().ToUnixTimeMilliseconds()), read.Time);
    }

    [Fact]
    public async Task Append_LargeState_IsKeptWhole()
    {
        var spec = new string('x', 3 << 20);
        await CommitAsync(Make.Put(Make.Key("large"), 0, spec));

        Assert.Equal(spec, Make.SpecOf(Assert.Single(await ReadAsync()).State.Json));
    }

    [Fact]
    public async Task Append_ClockGoesBack_TimesDoNot()
    {
        await CommitAsync(Make.Put(Make.Key("a"), 0));
        Time.Advance(TimeSpan.FromSeconds(-10));
        await CommitAsync(Make.Put(Make.Key("b"), 0));

        var events = await ReadAsync();
        Assert.True(events[1].Time >= events[0].Time);
    }

    [Fact]
    public async Task Append_CancelledBefore_IsNotAppended()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await Journal.AppendAsync(Make.Put(Make.Key("a"), 0), new CancellationToken(canceled: true)));

        Assert.Empty(await ReadAsync());
    }

    [Fact]
    public async Task Append_AfterDispose_IsUnavailableAndSurelyDidNotHappen()
    {
        await Journal.DisposeAsync();

        var e = await Assert.ThrowsAsync<JournalUnavailableException>(
            async () => await Journal.AppendAsync(Make.Put(Make.Key("a"), 0), Cancellation));
        Assert.False(e.OutcomeUnknown);
    }

    [Fact]
    public async Task History_OfAnObject_IsItsEventsInOrder()
    {
        await CommitAsync(Make.Put(Make.Key("a"), 0, "one"));
        await CommitAsync(Make.Put(Make.Key("b"), 0, "other"));
        await CommitAsync(Make.Put(Make.Key("a"), 1, "two"));

        var history = await Journal.ReadHistoryAsync(Make.Key("a"), Cancellation);

        Assert.Equal([(1L, "one"), (3L, "two")], history.Select(e => (e.Revision, Make.SpecOf(e.State.Json))));
        Assert.Empty(await Journal.ReadHistoryAsync(Make.Key("c"), Cancellation));
    }
}
