using ActorKube.Actors.Actions;
using ActorKube.Actors.Garbage;
using ActorKube.Actors.Tests.Support;
using ActorKube.Api.Core;
using ActorKube.Api.Meta;

namespace ActorKube.Actors.Tests.Garbage;

public sealed class GarbageCollectorTests
{
    private static readonly GarbageCollector ConfigMaps = new(Cluster.Kinds.Stored("configmaps"), Cluster.Names);

    private static readonly ConfigMap One = Make.ConfigMap("one");
    private static readonly ConfigMap Two = Make.ConfigMap("two");

    /// <summary>What there is besides a child of one (blocking) and two, and what the child does.</summary>
    public static TheoryData<string, ConfigMap[], string[]> Children => new()
    {
        { "both are there", [One, Two], [] },
        { "none is there", [], ["delete child Background"] },
        { "one is gone", [Two], ["replace child"] },
        { "one is another one", [One with { Metadata = One.Metadata with { Uid = "later" } }, Two], ["replace child"] },
        { "one waits, two holds", [Make.Deleting(One, "foregroundDeletion"), Two], ["replace child"] },
        { "one waits", [Make.Deleting(One, "foregroundDeletion")], ["delete child Background"] },
        { "one leaves it", [Make.Deleting(One, "orphan"), Two], [] },
        { "one is held by somebody", [Make.Deleting(One, "example.com/hold")], ["replace child"] },
    };

    [Theory]
    [MemberData(nameof(Children))]
    public async Task Child_ByItsOwners_StaysOrGoes(string what, ConfigMap[] owners, string[] expected)
    {
        Assert.NotEmpty(what);
        var child = Make.ConfigMap("child", "ns", Make.Reference(One, block: true), Make.Reference(Two));
        await using var cluster = await Cluster.WithAsync([child, .. owners]);
        Assert.Equal(expected, cluster.Decide(ConfigMaps, child).Texts());
    }

    [Fact]
    public async Task Child_OfAnOwnerThatWaits_WithChildrenOfItsOwn_GoesInTheForeground()
    {
        var child = Make.ConfigMap("child", "ns", Make.Reference(One, block: true));
        await using var cluster = await Cluster.WithAsync(Make.Deleting(One, "foregroundDeletion"), child, Make.ConfigMap("grandchild", "ns", Make.Reference(child)));
        Assert.Equal(["delete child Foreground"], cluster.Decide(ConfigMaps, child).Texts());
    }

    [Fact]
    public async Task Ring_OfObjectsThatWaitForEachOther_IsBroken()
    {
        var child = Make.ConfigMap("child", "ns", Make.Reference(One, block: true));
        var owner = Make.Deleting(Make.ConfigMap("one", "ns", Make.Reference(child, block: true)), "foregroundDeletion");
        await using var cluster = await Cluster.WithAsync(owner, child);
        var decision = cluster.Decide(ConfigMaps, child);

        Assert.Equal(["replace child"], decision.Texts());
        Assert.False(decision.Only<ReplaceObject>().Next.Metadata.OwnerReferences!.Single().BlockOwnerDeletion);
    }

    [Fact]
    public async Task Owner_Orphaning_FreesItsDependentsAndGoes()
    {
        var owner = Make.Deleting(One, "orphan");
        await using var cluster = await Cluster.WithAsync(owner, Make.ConfigMap("a", "ns", Make.Reference(One)), Make.ConfigMap("b", "ns", Make.Reference(One), Make.Reference(Two)));
        var decision = cluster.Decide(ConfigMaps, owner);

        Assert.Equal(["replace a", "replace b", "replace one"], decision.Texts());
        Assert.Null(decision.Only<ReplaceObject>().Next.Metadata.Finalizers);
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public async Task Owner_InTheForeground_WaitsForDependentsThatBlock(bool block, int actions)
    {
        var owner = Make.Deleting(One, "foregroundDeletion");
        await using var cluster = await Cluster.WithAsync(owner, Make.ConfigMap("a", "ns", Make.Reference(One, block)));
        Assert.Equal(actions, cluster.Decide(ConfigMaps, owner).Actions.Length);
    }

    [Fact]
    public async Task Child_OfAnUnknownKind_Stays()
    {
        var child = Make.ConfigMap("child", "ns", new OwnerReference { ApiVersion = "example.com/v1", Kind = "Widget", Name = "w", Uid = "w" });
        await using var cluster = await Cluster.WithAsync(child);
        Assert.Empty(cluster.Decide(ConfigMaps, child).Texts());
    }

    [Fact]
    public async Task Child_OfAnOwnerInAnotherNamespace_IsToldAndGoes()
    {
        var elsewhere = Make.ConfigMap("one", "other");
        var child = Make.ConfigMap("child", "ns", Make.Reference(elsewhere));
        await using var cluster = await Cluster.WithAsync(Make.Namespace("ns"), Make.Namespace("other"), elsewhere, child);
        Assert.Equal(
            ["event OwnerRefInvalidNamespace: ownerRef [v1/ConfigMap, namespace: ns, name: one, uid: uid-of-one] does not exist in namespace \"ns\"", "delete child Background"],
            cluster.Decide(ConfigMaps, child).Texts());
    }

    [Fact]
    public async Task Child_WithoutNamespaceOfANamespacedOwner_IsToldAndStays()
    {
        var node = Make.Node("n");
        node = node with { Metadata = node.Metadata with { OwnerReferences = [Make.Reference(One)] } };
        await using var cluster = await Cluster.WithAsync(node);
        var collector = new GarbageCollector(Cluster.Kinds.Stored("nodes"), Cluster.Names);
        Assert.StartsWith("event OwnerRefInvalidNamespace", Assert.Single(cluster.Decide(collector, node).Texts()), StringComparison.Ordinal);
    }
}
