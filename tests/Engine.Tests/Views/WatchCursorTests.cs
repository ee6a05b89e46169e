using ActorKube.Engine.Journals;
using ActorKube.Engine.Tests.Support;
using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Watching;

namespace ActorKube.Engine.Tests.Views;

public sealed class WatchCursorTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_Changes_AreTypedAndCarryThePreviousState()
    {
        await using var host = await ViewFixture.StartAsync();
        var cursor = host.View.Watch("pods", 0);
        await host.PutAsync(Make.Key("a"), "one");
        await host.PutAsync(Make.Key("a"), "two");
        await host.DeleteAsync(Make.Key("a"));
        await host.PutAsync(Make.Key("a"), "three");

        Assert.Equal(
            [
                (ObjectEventType.Added, 1, null),
                (ObjectEventType.Modified, 2, 1L),
                (ObjectEventType.Deleted, 3, 2L),
                (ObjectEventType.Added, 4, null),
            ],
            Drain(cursor).Select(e => (e.Type, e.Revision, e.Previous?.Revision)));
    }

    [Fact]
    public async Task Read_FromTheMiddle_GivesWhatIsLater()
    {
        await using var host = await ViewFixture.StartAsync();
        for (var i = 1; i <= 1000; i++)
        {
            await host.PutAsync(Make.Key($"n{i}"));
        }

        foreach (var start in new long[] { 0, 1, 255, 256, 257, 511, 512, 999, 1000 })
        {
            var events = Drain(host.View.Watch("pods", start));
            Assert.Equal(1000 - start, events.Count);
            Assert.Equal(Enumerable.Range((int)start + 1, events.Count).Select(r => (long)r), events.Select(e => e.Revision));
        }
    }

    [Fact]
    public async Task Revision_OtherResourcesChange_GoesOnAsABookmark()
    {
        await using var host = await ViewFixture.StartAsync();
        var cursor = host.View.Watch("pods", 0);
        await host.PutAsync(Make.Key("a"));
        await host.PutAsync(Make.Key("n", "", "nodes"));

        Assert.Equal([1L], Drain(cursor).Select(e => e.Revision));

        Assert.Equal(2, cursor.Revision);
    }

    [Fact]
    public async Task Watch_FutureRevision_WaitsForWhatIsLater()
    {
        await using var host = await ViewFixture.StartAsync();
        var cursor = host.View.Watch("pods", 2);
        await host.PutAsync(Make.Key("a"));
        await host.PutAsync(Make.Key("b"));
        await host.PutAsync(Make.Key("c"));

        Assert.Equal([3L], Drain(cursor).Select(e => e.Revision));
    }

    [Fact]
    public async Task Wait_Change_WakesEveryWatcherOfThatResourceOnly()
    {
        await using var host = await ViewFixture.StartAsync();
        var cursors = Enumerable.Range(0, 100).Select(_ => host.View.Watch("pods", 0)).ToArray();
        var pods = cursors.Select(cursor => cursor.WaitAsync(Cancellation).AsTask()).ToArray();
        var nodes = host.View.Watch("nodes", 0).WaitAsync(Cancellation).AsTask();
        Assert.DoesNotContain(pods, task => task.IsCompleted);

        await host.PutAsync(Make.Key("a"));

        await Task.WhenAll(pods);
        Assert.All(cursors, cursor => Assert.Single(Drain(cursor)));
        Assert.False(nodes.IsCompleted);
        await host.PutAsync(Make.Key("n", "", "nodes"));
        await nodes;
    }

    [Fact]
    public async Task Wait_ConcurrentWriters_NoEventIsMissed()
    {
        await using var host = await ViewFixture.StartAsync(new ViewOptions { WatchEvents = 100_000 });
        var cursor = host.View.Watch("pods", 0);
        var reading = Task.Run(() => ReadAsync(cursor, 4000), Cancellation);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(
            async () =>
            {
                for (var i = 0; i < 1000; i++)
                {
                    await host.PutAsync(Make.Key($"w{writer}-{i}"));
                }
            },
            Cancellation)));

        Assert.Equal(Enumerable.Range(1, 4000).Select(r => (long)r), await reading);
    }

    [Fact]
    public async Task Read_SlowerThanTheWindow_HasExpired()
    {
        await using var host = await ViewFixture.StartAsync(new ViewOptions { WatchEvents = 256 });
        var slow = host.View.Watch("pods", 0);
        for (var i = 0; i < 2000; i++)
        {
            await host.PutAsync(Make.Key($"n{i}"));
        }

        // It may still be given what it had hold of, but never with a gap.
        Assert.Throws<RevisionExpiredException>(() => Drain(slow));
        Assert.True(slow.Revision <= 256);
        Assert.Throws<RevisionExpiredException>(() => host.View.Watch("pods", 500));
        Assert.Equal(100, Drain(host.View.Watch("pods", 1900)).Count);
    }

    [Fact]
    public async Task Read_IdleWatcherOfATrimmedChunk_GoesOn()
    {
        await using var host = await ViewFixture.StartAsync(new ViewOptions { WatchAge = TimeSpan.FromMinutes(5) });
        var idle = host.View.Watch("pods", 0);
        for (var i = 0; i < 256; i++)
        {
            await host.PutAsync(Make.Key($"n{i}"));
        }

        Assert.Equal(256, Drain(idle).Count);
        host.Time.Advance(TimeSpan.FromHours(1));
        await host.PutAsync(Make.Key("late"));

        // The chunk that it stood at the end of is gone by age; nothing that it needs is.
        Assert.Equal(["late"], Drain(idle).Select(e => e.Object.Key.Name));
        Assert.Throws<RevisionExpiredException>(() => host.View.Watch("pods", 255));
    }

    [Fact]
    public async Task Watch_AfterARestart_ResumesInsideTheJournalsWindow()
    {
        await using var first = await ViewFixture.StartAsync();
        await first.PutAsync(Make.Key("a"), "one");
        await first.PutAsync(Make.Key("a"), "two");
        await first.PutAsync(Make.Key("a"), "three");
        await first.Journal.CompactAsync(new RetentionPolicy { MaxRevisions = 1 }, Cancellation);

        await using var second = await ViewFixture.StartAsync(first.Time, first.Journal);

        var change = Assert.Single(Drain(second.View.Watch("pods", 2)));
        Assert.Equal((ObjectEventType.Modified, 3, "two"), (change.Type, change.Revision, Make.SpecOf(change.Previous!.Json)));
        Assert.Throws<RevisionExpiredException>(() => second.View.Watch("pods", 1));
        Assert.Throws<RevisionExpiredException>(() => second.View.Watch("nodes", 1));
    }

    [Fact]
    public async Task Frame_OfAnEvent_IsEncodedOncePerEncoding()
    {
        await using var host = await ViewFixture.StartAsync();
        await host.PutAsync(Make.Key("a"));
        var change = Assert.Single(Drain(host.View.Watch("pods", 0)));
        var (json, table, encoded) = (new object(), new object(), 0);
        ReadOnlyMemory<byte> Encode(ObjectEvent item) => new byte[] { (byte)++encoded };

        Assert.Equal(1, change.GetOrAddFrame(json, Encode).Span[0]);
        Assert.Equal(2, change.GetOrAddFrame(table, Encode).Span[0]);
        Assert.Equal(1, change.GetOrAddFrame(json, Encode).Span[0]);
    }

    private static List<ObjectEvent> Drain(WatchCursor cursor)
    {
        var events = new List<ObjectEvent>();
        while (cursor.TryRead(out var item))
        {
            events.Add(item);
        }

        return events;
    }

    private static async Task<List<long>> ReadAsync(WatchCursor cursor, int count)
    {
        var revisions = new List<long>();
        while (revisions.Count < count)
        {
            while (cursor.TryRead(out var item))
            {
                revisions.Add(item.Revision);
            }

            if (revisions.Count < count)
            {
                await cursor.WaitAsync(Cancellation);
            }
        }

        return revisions;
    }
}
