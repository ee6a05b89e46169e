using ActorKube.Engine.Journals;
using ActorKube.Engine.Tests.Support;

namespace ActorKube.Engine.Tests.Journals;

public abstract partial class JournalContract
{
    [Fact]
    public async Task Compact_SupersededEvents_AreForgottenAndLiveObjectsStay()
    {
        await CommitAsync(Make.Put(Make.Key("a"), 0, "old"));
        await CommitAsync(Make.Put(Make.Key("b"), 0, "only"));
        await CommitAsync(Make.Put(Make.Key("a"), 1, "new"));

        Assert.Equal(1, await Journal.CompactAsync(RetentionPolicy.Nothing, Cancellation));

        Assert.Equal(["only", "new"], (await ReadAsync()).Select(e => Make.SpecOf(e.State.Json)));
        Assert.Equal(3, Journal.OldestRevision);
    }

    [Fact]
    public async Task Compact_Tombstone_IsForgottenWithTheObjectAndTheNextIsTheFirst()
    {
        var key = Make.Key("a");
        await CommitAsync(Make.Put(key, 0));
        await CommitAsync(Make.Delete(key, 1));

        Assert.Equal(2, await Journal.CompactAsync(RetentionPolicy.Nothing, Cancellation));

        Assert.Empty(await ReadAsync());
        Assert.Equal(AppendResult.Conflict(2, 0), await Journal.AppendAsync(Make.Put(key, 2), Cancellation));
        Assert.Equal(AppendResult.Success(3, 1), await Journal.AppendAsync(Make.Put(key, 0), Cancellation));
    }

    [Fact]
    public async Task Compact_RecreatedObject_StaysWithItsVersion()
    {
        var key = Make.Key("a");
        await CommitAsync(Make.Put(key, 0));
        await CommitAsync(Make.Delete(key, 1));
        await CommitAsync(Make.Put(key, 2, "again"));

        await Journal.CompactAsync(RetentionPolicy.Nothing, Cancellation);

        Assert.Equal([(3L, 3L, "again")], (await ReadAsync()).Select(e => (e.Revision, e.Version, Make.SpecOf(e.State.Json))));
    }

    [Fact]
    public async Task Compact_InsideTheWindow_KeepsEverythingThatTheWindowNeeds()
    {
        var policy = new RetentionPolicy { Window = TimeSpan.FromMinutes(5) };
        await CommitAsync(Make.Put(Make.Key("a"), 0, "before the horizon"));
        await CommitAsync(Make.Put(Make.Key("a"), 1, "at the horizon"));
        Time.Advance(TimeSpan.FromMinutes(5));
        await CommitAsync(Make.Put(Make.Key("a"), 2, "in the window"));

        Assert.Equal(1, await Journal.CompactAsync(policy, Cancellation));

        // What a watcher from the horizon on is shown as the previous state is still there.
        Assert.Equal(2, Journal.OldestRevision);
        Assert.Equal(["at the horizon", "in the window"], (await ReadAsync()).Select(e => Make.SpecOf(e.State.Json)));
        Assert.Equal([3L], (await ReadAsync(2)).Select(e => e.Revision));
    }

    [Fact]
    public async Task Compact_MoreRevisionsThanAllowed_AreCompactedInsideTheWindow()
    {
        for (var i = 0; i < 1000; i++)
        {
            await CommitAsync(Make.Put(Make.Key("a"), i));
        }

        await Journal.CompactAsync(new RetentionPolicy { MaxRevisions = 10 }, Cancellation);

        Assert.Equal(990, Journal.OldestRevision);
        Assert.Equal(Enumerable.Range(990, 11).Select(r => (long)r), (await ReadAsync()).Select(e => e.Revision));
    }

    [Fact]
    public async Task Compact_ReadBelowTheHorizon_HasExpired()
    {
        await CommitAsync(Make.Put(Make.Key("a"), 0));
        await CommitAsync(Make.Put(Make.Key("a"), 1));
        await Journal.CompactAsync(RetentionPolicy.Nothing, Cancellation);

        var e = await Assert.ThrowsAsync<RevisionExpiredException>(() => ReadAsync(1));
        Assert.Equal((1, 2), (e.Revision, e.OldestRevision));
        Assert.Empty(await ReadAsync(2));
    }

    [Fact]
    public async Task Compact_Again_ForgetsWhatHasBeenSupersededSince()
    {
        await CommitAsync(Make.Put(Make.Key("a"), 0));
        await Journal.CompactAsync(RetentionPolicy.Nothing, Cancellation);
        await CommitAsync(Make.Put(Make.Key("a"), 1));

        Assert.Equal(1, await Journal.CompactAsync(RetentionPolicy.Nothing, Cancellation));
        Assert.Equal(0, await Journal.CompactAsync(RetentionPolicy.Nothing, Cancellation));
        Assert.Equal([2L], (await ReadAsync()).Select(e => e.Version));
    }

    [Fact]
    public async Task Compact_Followers_AreToldTheHorizon()
    {
        var follower = new RecordingFollower();
        await using var following = await Journal.FollowAsync(0, follower, Cancellation);
        await CommitAsync(Make.Put(Make.Key("a"), 0));

        await Journal.CompactAsync(RetentionPolicy.Nothing, Cancellation);

        Assert.Equal([1L], follower.Compactions);
    }

    [Fact]
    public async Task Compact_WhileOthersWrite_LosesNothing()
    {
        var writing = Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(
            async () =>
            {
                for (var i = 0; i < 200; i++)
                {
                    await CommitAsync(Make.Put(Make.Key($"w{writer}"), i, $"{i}"));
                }
            },
            Cancellation)));

        while (!writing.IsCompleted)
        {
            await Journal.CompactAsync(RetentionPolicy.Nothing, Cancellation);
        }

        await writing;
        await Journal.CompactAsync(RetentionPolicy.Nothing, Cancellation);
        Assert.Equal(4, (await ReadAsync()).Length);
        Assert.All(await ReadAsync(), e => Assert.Equal((200, "199"), (e.Version, Make.SpecOf(e.State.Json))));
    }
}
