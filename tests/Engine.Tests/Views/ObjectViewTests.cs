using ActorKube.Engine.Journals;
using ActorKube.Engine.Tests.Support;
using ActorKube.Engine.Views.Indexes;

namespace ActorKube.Engine.Tests.Views;

public sealed class ObjectViewTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Append_Acknowledged_CanBeRead()
    {
        await using var host = await ViewFixture.StartAsync();

        var revision = await host.PutAsync(Make.Key("a"), "hello");

        var found = host.View.Snapshot().Get(Make.Key("a"));
        Assert.NotNull(found);
        Assert.Equal((revision, 1, "hello"), (found.Revision, found.Version, Make.SpecOf(found.Json)));
        Assert.Contains($"\"resourceVersion\":\"{revision}\"", System.Text.Encoding.UTF8.GetString(found.Json.Span), StringComparison.Ordinal);
        Assert.Equal(revision, host.View.Revision);
    }

    [Fact]
    public async Task Append_Conflict_TheWinnerCanBeRead()
    {
        await using var host = await ViewFixture.StartAsync();
        await host.PutAsync(Make.Key("a"), "winner");

        var result = await host.Store.AppendAsync(Make.Put(Make.Key("a"), 0, "loser"), Cancellation);

        Assert.False(result.Committed);
        Assert.Equal(result.Version, host.View.Snapshot().VersionOf(Make.Key("a")));
    }

    [Fact]
    public async Task Snapshot_IsNotChangedByWhatComesLater()
    {
        await using var host = await ViewFixture.StartAsync();
        await host.PutAsync(Make.Key("a"), "one", owner: "u1");
        await host.PutAsync(Make.Key("b"), "one", owner: "u1");
        var before = host.View.Snapshot();

        await host.PutAsync(Make.Key("a"), "two", owner: "u2");
        await host.DeleteAsync(Make.Key("b"));

        Assert.Equal(["one", "one"], before.List("pods").Select(o => Make.SpecOf(o.Json)));
        Assert.Equal(["a", "b"], before.OwnedBy("pods", "u1").Select(o => o.Key.Name));
        Assert.Empty(before.OwnedBy("pods", "u2"));
        Assert.Equal((2, 2), (before.Count("pods"), before.Revision));
        Assert.Equal(["two"], host.View.Snapshot().List("pods").Select(o => Make.SpecOf(o.Json)));
        Assert.Equal(["a"], host.View.Snapshot().OwnedBy("u2").Select(o => o.Key.Name));
        Assert.Empty(host.View.Snapshot().OwnedBy("u1"));
    }

    [Fact]
    public async Task List_IsByNamespaceAndName_AndContinuesBehindAKey()
    {
        await using var host = await ViewFixture.StartAsync();
        foreach (var (space, name) in new[] { ("b", "1"), ("a", "2"), ("a", "1"), ("a", "10"), ("c", "1") })
        {
            await host.PutAsync(Make.Key(name, space));
        }

        await host.PutAsync(Make.Key("n", "", "nodes"));
        var view = host.View.Snapshot();

        Assert.Equal(["a/1", "a/10", "a/2", "b/1", "c/1"], view.List("pods").Select(o => $"{o.Key.Namespace}/{o.Key.Name}"));
        Assert.Equal(["1", "10", "2"], view.List("pods", "a").Select(o => o.Key.Name));
        Assert.Equal(["a/10", "a/2", "b/1", "c/1"], view.ListAfter(Make.Key("1", "a")).Select(o => $"{o.Key.Namespace}/{o.Key.Name}"));
        Assert.Equal(["2"], view.ListAfter(Make.Key("11 was deleted", "a"), "a").Select(o => o.Key.Name));
        Assert.Empty(view.List("services"));
        Assert.Empty(view.List("pods", "none"));
        Assert.Equal(["nodes", "pods"], view.Resources.Order());
    }

    [Fact]
    public async Task Orphans_AreThoseWithoutAController()
    {
        await using var host = await ViewFixture.StartAsync();
        await host.PutAsync(Make.Key("owned"), owner: "u1");
        await host.PutAsync(Make.Key("orphan"));
        await host.PutAsync(Make.Key("elsewhere", "other"));

        Assert.Equal(["orphan"], host.View.Snapshot().Orphans("pods", "default").Select(o => o.Key.Name));
        await host.PutAsync(Make.Key("orphan"), owner: "u1");
        Assert.Empty(host.View.Snapshot().Orphans("pods", "default"));
        Assert.Equal(["orphan", "owned"], host.View.Snapshot().OwnedBy("pods", "u1").Select(o => o.Key.Name));
    }

    [Fact]
    public async Task Index_OfOneResource_FollowsItsKeys()
    {
        var byLabel = new IndexDefinition("color", "pods", (item, keys) => item.Header.Labels["color"]?.Split('-').ToList().ForEach(keys.Add));
        await using var host = await ViewFixture.StartAsync(indexes: byLabel);
        await host.PutAsync(Make.Key("a"), labels: """{"color":"red-green"}""");
        await host.PutAsync(Make.Key("b"), labels: """{"color":"red"}""");
        await host.PutAsync(Make.Key("n", "", "nodes"), labels: """{"color":"red"}""");
        await host.PutAsync(Make.Key("a"), "changed", labels: """{"color":"green-blue"}""");

        string[] Names(string color) => host.View.Snapshot().Lookup("pods", "color", color).Select(o => o.Key.Name).ToArray();
        Assert.Equal(["b"], Names("red"));
        Assert.Equal(["a"], Names("green"));
        Assert.Equal("changed", Make.SpecOf(host.View.Snapshot().Lookup("pods", "color", "blue").Single().Json));
        await host.DeleteAsync(Make.Key("a"));
        Assert.Empty(Names("green"));
        Assert.Throws<ArgumentException>(() => host.View.Snapshot().Lookup("nodes", "color", "red").ToList());
    }

    [Fact]
    public async Task VersionOf_DeletedObject_IsTheTombstonesUntilItIsCompacted()
    {
        await using var host = await ViewFixture.StartAsync();
        var key = Make.Key("a");
        await host.PutAsync(key);
        await host.DeleteAsync(key);
        Assert.Null(host.View.Snapshot().Get(key));
        Assert.Equal(2, host.View.Snapshot().VersionOf(key));

        await host.Journal.CompactAsync(RetentionPolicy.Nothing, Cancellation);

        Assert.Equal(0, host.View.Snapshot().VersionOf(key));
        await host.PutAsync(key);
        Assert.Equal(1, host.View.Snapshot().VersionOf(key));
    }

    [Fact]
    public async Task VersionOf_RecreatedObject_SurvivesCompactionOfTheTombstone()
    {
        await using var host = await ViewFixture.StartAsync();
        var key = Make.Key("a");
        await host.PutAsync(key);
        await host.DeleteAsync(key);
        await host.PutAsync(key);
        await host.DeleteAsync(key);
        host.Time.Advance(TimeSpan.FromMinutes(1));
        await host.PutAsync(key);
        await host.DeleteAsync(key);

        await host.Journal.CompactAsync(new RetentionPolicy { Window = TimeSpan.FromSeconds(30) }, Cancellation);

        Assert.Equal(6, host.View.Snapshot().VersionOf(key));
    }

    [Fact]
    public async Task WaitFor_Revision_CompletesWhenItIsApplied()
    {
        await using var host = await ViewFixture.StartAsync();
        var second = host.View.WaitForAsync(2, Cancellation).AsTask();
        await host.PutAsync(Make.Key("a"));
        Assert.True(host.View.WaitForAsync(1, Cancellation).AsTask().IsCompletedSuccessfully);
        Assert.False(second.IsCompleted);

        await host.PutAsync(Make.Key("b"));

        await second;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await host.View.WaitForAsync(9, new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task Start_OnAJournalWithHistory_HasTheSameObjects()
    {
        await using var first = await ViewFixture.StartAsync();
        await first.PutAsync(Make.Key("a"), "old");
        await first.PutAsync(Make.Key("a"), "new");
        await first.PutAsync(Make.Key("b"));
        await first.DeleteAsync(Make.Key("b"));
        await first.Journal.CompactAsync(new RetentionPolicy { MaxRevisions = 1 }, Cancellation);

        await using var second = await ViewFixture.StartAsync(first.Time, first.Journal);

        Assert.Equal(first.View.Revision, second.View.Revision);
        Assert.Equal(["new"], second.View.Snapshot().List("pods").Select(o => Make.SpecOf(o.Json)));
        Assert.Equal(2, second.View.Snapshot().VersionOf(Make.Key("b")));
        Assert.True(await second.Store.TryCatchUpAsync(second.Time, Cancellation));
    }
}
