using ActorKube.Engine.Tests.Support;

namespace ActorKube.Engine.Tests.Journals;

public abstract partial class JournalContract
{
    [Fact]
    public async Task Append_ManyWritersOfOneObject_OneWinsEachVersion()
    {
        const int Versions = 50;
        var key = Make.Key("contended");
        var wins = new int[Versions];

        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(
            async () =>
            {
                for (var version = 0; version < Versions; version++)
                {
                    var result = await Journal.AppendAsync(Make.Put(key, version, $"writer {writer}"), Cancellation);
                    Interlocked.Add(ref wins[version], result.Committed ? 1 : 0);
                }
            },
            Cancellation)));

        Assert.All(wins, count => Assert.Equal(1, count));
        Assert.Equal(Enumerable.Range(1, Versions).Select(v => (long)v), (await ReadAsync()).Select(e => e.Version));
    }

    [Fact]
    public async Task Append_BatchWithAConflict_FailsOnlyThatOne()
    {
        await CommitAsync(Make.Put(Make.Key("taken"), 0));

        var appends = Enumerable.Range(0, 100).Select(i => Journal.AppendAsync(Make.Put(Make.Key(i == 50 ? "taken" : $"n{i}"), 0), Cancellation).AsTask());
        var results = await Task.WhenAll(appends);

        Assert.Equal([50], results.Index().Where(r => !r.Item.Committed).Select(r => r.Index));
        Assert.Equal(Enumerable.Range(2, 99).Select(r => (long)r), results.Where(r => r.Committed).Select(r => r.Revision).Order());
    }

    [Fact]
    public async Task Append_ManyWriters_RevisionsHaveNoGapsAndAreVisibleInOrder()
    {
        var follower = new RecordingFollower();
        await using var following = await Journal.FollowAsync(0, follower, Cancellation);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(
            async () =>
            {
                for (var i = 0; i < 100; i++)
                {
                    var result = await Journal.AppendAsync(Make.Put(Make.Key($"w{writer}-{i}"), 0), Cancellation);

                    // Acknowledged: durable, and in the feed with everything before it.
                    Assert.True(await Journal.GetHeadRevisionAsync(Cancellation) >= result.Revision);
                    Assert.True(follower.Events.Length >= result.Revision);
                }
            },
            Cancellation)));

        Assert.Equal(Enumerable.Range(1, 800).Select(r => (long)r), follower.Events.Select(e => e.Revision));
        Assert.Equal(follower.Events.Select(e => (e.Revision, e.Key)), (await ReadAsync()).Select(e => (e.Revision, e.Key)));
    }
}
