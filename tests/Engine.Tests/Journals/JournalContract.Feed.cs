using ActorKube.Engine.Journals;
using ActorKube.Engine.Tests.Support;

namespace ActorKube.Engine.Tests.Journals;

public abstract partial class JournalContract
{
    [Fact]
    public async Task Read_AfterARevision_GivesTheRest()
    {
        for (var i = 0; i < 5; i++)
        {
            await CommitAsync(Make.Put(Make.Key($"n{i}"), 0));
        }

        Assert.Equal([4L, 5L], (await ReadAsync(3)).Select(e => e.Revision));
        Assert.Empty(await ReadAsync(5));
    }

    [Fact]
    public async Task Follow_FromTheBeginning_GivesASnapshotAndThenWhatComes()
    {
        await CommitAsync(Make.Put(Make.Key("before"), 0));
        var follower = new RecordingFollower();

        await using var following = await Journal.FollowAsync(0, follower, Cancellation);
        await CommitAsync(Make.Put(Make.Key("after"), 0));

        Assert.Equal([(0L, 1L)], follower.Snapshots);
        Assert.Equal(["before", "after"], follower.Events.Select(e => e.Key.Name));
    }

    [Fact]
    public async Task Follow_FromARevision_ResumesWithoutGapOrRepetition()
    {
        await CommitAsync(Make.Put(Make.Key("a"), 0));
        var first = new RecordingFollower();
        var following = await Journal.FollowAsync(0, first, Cancellation);
        await CommitAsync(Make.Put(Make.Key("b"), 0));
        await following.DisposeAsync();
        await CommitAsync(Make.Put(Make.Key("c"), 0));

        var second = new RecordingFollower();
        await using var resumed = await Journal.FollowAsync(first.Events[^1].Revision, second, Cancellation);
        await CommitAsync(Make.Put(Make.Key("d"), 0));

        Assert.Equal(["a", "b"], first.Events.Select(e => e.Key.Name));
        Assert.Empty(second.Snapshots);
        Assert.Equal(["c", "d"], second.Events.Select(e => e.Key.Name));
    }

    [Fact]
    public async Task Follow_ExpiredRevision_StartsOverWithASnapshot()
    {
        await CommitAsync(Make.Put(Make.Key("a"), 0));
        await CommitAsync(Make.Put(Make.Key("a"), 1));
        await CommitAsync(Make.Put(Make.Key("a"), 2));
        await Journal.CompactAsync(RetentionPolicy.Nothing, Cancellation);
        var follower = new RecordingFollower();

        await using var following = await Journal.FollowAsync(1, follower, Cancellation);

        Assert.Equal([(3L, 3L)], follower.Snapshots);
        Assert.Equal([3L], follower.Events.Select(e => e.Version));
    }
}
