using ActorKube.Actors.Shared;
using ActorKube.Actors.Tests.Support;
using ActorKube.Actors.Workloads.ControllerRevisions;
using ActorKube.Api.Apps;
using ActorKube.Api.Serialization;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Commands;

namespace ActorKube.Actors.Tests.Workloads;

public sealed class TemplateHistoryTests
{
    private static readonly StatefulSet Set = Sets.Stateful(1, "img:9");

    /// <summary>Images of the revisions that there are, oldest first; what is done for img:9.</summary>
    [Theory]
    [InlineData("", "create", 1)]
    [InlineData("1 2", "create", 3)]
    [InlineData("1 9", "", 2)]
    [InlineData("9 1 2", "replace", 4)]
    public async Task History_Template_GetsTheHighestNumber(string images, string action, int number)
    {
        await using var cluster = await WithAsync(images);
        var history = Read(cluster);

        Assert.Equal(number, history.Current!.Revision);
        Assert.Equal(Sets.HashOf(Set, "img:9"), history.Current.Metadata.Name);
        Assert.Equal(action, new Decision(history.Actions).Texts().SingleOrDefault("").Split(' ')[0]);
    }

    [Fact]
    public async Task History_NameOfAnotherTemplate_IsACollision()
    {
        var taken = Sets.Revision(Set, "img:9", 1) with { Data = TemplatePatch.Of(Make.Template("img:1")) };
        await using var cluster = await Cluster.WithAsync(taken with { Metadata = taken.Metadata with { OwnerReferences = null } });
        Assert.Null(Read(cluster).Current);
    }

    [Fact]
    public async Task History_NameOfTheSameTemplate_IsGoodForBoth()
    {
        var taken = Sets.Revision(Set, "img:9", 1);
        await using var cluster = await Cluster.WithAsync(taken with { Metadata = taken.Metadata with { OwnerReferences = null } });
        var history = Read(cluster);
        Assert.Equal((taken.Metadata.Name, 0), (history.Current!.Metadata.Name, history.Actions.Length));
    }

    /// <summary>Limit, the live ones of img:1, img:2 and img:3, and which go.</summary>
    [Theory]
    [InlineData(3, "", false, "")]
    [InlineData(1, "", false, "1 2")]
    [InlineData(0, "", false, "1 2 3")]
    [InlineData(0, "2", false, "1 3")]
    [InlineData(1, "1", false, "2")]
    [InlineData(1, "1", true, "2 3")]
    [InlineData(2, "1", true, "2")]
    public async Task Trim_BeyondTheLimit_ForgetsTheOldestUnused(int limit, string live, bool countsLive, string gone)
    {
        await using var cluster = await WithAsync("1 2 3 9");
        var names = live.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static i => Sets.HashOf(Set, "img:" + i)).ToHashSet();
        var actions = Read(cluster).Trim(r => names.Contains(r.Metadata.Name!), limit, countsLive);
        Assert.Equal(gone.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static i => "delete " + Sets.HashOf(Set, "img:" + i)), new Decision([.. actions]).Texts());
    }

    [Fact]
    public void Patch_Template_ComesBack()
    {
        var template = Make.Template("img:é<1>");
        var revision = new ControllerRevision { Data = TemplatePatch.Of(template) };
        Assert.True(ApiEquality.Same(template, TemplatePatch.TemplateOf(revision)));
        Assert.StartsWith("{\"spec\":{\"template\":{\"$patch\":\"replace\",", revision.Data!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"spec\":[]}")]
    [InlineData("{\"spec\":{\"template\":{\"spec\":7}}}")]
    public void Patch_OfSomethingElse_RestoresNothing(string data) => Assert.Null(TemplatePatch.TemplateOf(new ControllerRevision { Data = RawJson.Parse(data) }));

    private static Task<Cluster> WithAsync(string images) =>
        Cluster.WithAsync([.. images.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static (image, i) => Sets.Revision(Set, "img:" + image, i + 1))]);

    private static TemplateHistory Read(Cluster cluster)
    {
        var view = cluster.View.Snapshot();
        var owned = view.OwnedBy(Resources.ControllerRevisions, Set.Metadata.Uid!).Select(static s => new Claimed<ControllerRevision>(s, s.Read<ControllerRevision>())).ToList();
        return TemplateHistory.Of(view, new RevisionOwner(Set, Set.Spec.Template, Sets.StatefulHash, 0), owned);
    }
}
