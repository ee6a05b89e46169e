using ActorKube.Actors.Actions;
using ActorKube.Actors.Nodes;
using ActorKube.Actors.Nodes.PodCidrs;
using ActorKube.Actors.Shared;
using ActorKube.Actors.Tests.Support;
using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Commands;

namespace ActorKube.Actors.Tests.Nodes;

public sealed class PodCidrTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Cluster CIDR, mask size; what is wrong, or how many nodes can have a range.</summary>
    public static TheoryData<string, int, string> Pools => new()
    {
        { "10.244.0.0/16", 24, "256" },
        { "10.0.0.0/8", 26, "262144" },
        { "10.244.0.0/24", 24, "1" },
        { "10.244.0.0", 24, "The cluster CIDR '10.244.0.0' is no IPv4 network such as 10.244.0.0/16." },
        { "fd00::/48", 64, "The cluster CIDR 'fd00::/48' is no IPv4 network such as 10.244.0.0/16." },
        { "10.244.1.0/16", 24, "The cluster CIDR '10.244.1.0/16' has bits behind its prefix; the network is 10.244.0.0/16." },
        { "10.244.0.0/16", 15, "Nodes can't have networks of /15 in the cluster CIDR 10.244.0.0/16: a mask size from 16 to 28 is possible." },
        { "10.244.0.0/16", 30, "Nodes can't have networks of /30 in the cluster CIDR 10.244.0.0/16: a mask size from 16 to 28 is possible." },
        { "0.0.0.0/0", 24, "Nodes can't have networks of /24 in the cluster CIDR 0.0.0.0/0: a mask size from 0 to 20 is possible." },
    };

    [Theory]
    [MemberData(nameof(Pools))]
    public void Pool_OfSettings_IsThisOrRefused(string cidr, int mask, string expected)
    {
        if (int.TryParse(expected, out var count))
        {
            Assert.Equal(count, PodCidrPool.Parse(cidr, mask).Count);
        }
        else
        {
            Assert.Equal(expected, Assert.Throws<FormatException>(() => PodCidrPool.Parse(cidr, mask)).Message);
        }
    }

    [Theory]
    [InlineData("10.96.0.0/16", false)]
    [InlineData("10.244.7.3/32", true)]
    [InlineData("10.0.0.0/8", true)]
    [InlineData("fd00::/8", false)]
    public void Pool_WithOthersAddresses_Overlaps(string cidr, bool expected) => Assert.Equal(expected, PodCidrPool.Parse("10.244.0.0/16", 24).Overlaps(cidr));

    [Fact]
    public async Task Nodes_AsManyAsThereAreRanges_HaveOneEachAndTheNextIsTold()
    {
        await using var cluster = await Cluster.WithAsync();
        var performer = Performer(cluster);
        var reconciler = Reconciler("10.244.0.0/22", 24);
        for (var i = 0; i < 5; i++)
        {
            await cluster.Commands.CreateAsync(Cluster.Kinds.Stored("nodes"), Make.Node($"n{i}"), Cluster.Writes, Cancelled);
        }

        for (var i = 0; i < 4; i++)
        {
            await PerformAsync(cluster, performer, reconciler, $"n{i}");
        }

        Assert.Equal(["10.244.0.0/24", "10.244.1.0/24", "10.244.2.0/24", "10.244.3.0/24"], Enumerable.Range(0, 4).Select(i => Range(cluster, $"n{i}")).Order());
        var decision = cluster.Decide(reconciler, Make.Node("n4"));
        Assert.Contains("event CIDRNotAvailable: Node n4 status is now: CIDRNotAvailable", decision.Texts());
        Assert.True(decision.RequeueAfter <= PodCidrAllocation.Patience);

        // Another one's is given back with it.
        var freed = Range(cluster, "n2");
        await cluster.Commands.DeleteAsync(Cluster.Kinds.Stored("nodes"), Cluster.KeyOf(Make.Node("n2")), new Api.Meta.DeleteOptions(), Cluster.Writes, Cancelled);
        await PerformAsync(cluster, performer, reconciler, "n4");
        Assert.Equal(freed, Range(cluster, "n4"));
    }

    [Fact]
    public async Task Node_DeletedAndBack_HasTheSameRange()
    {
        await using var cluster = await Cluster.WithAsync();
        var (performer, reconciler) = (Performer(cluster), Reconciler("10.244.0.0/16", 24));
        var ranges = new List<string?>();
        for (var i = 0; i < 2; i++)
        {
            await cluster.Commands.CreateAsync(Cluster.Kinds.Stored("nodes"), Make.Node("n"), Cluster.Writes, Cancelled);
            await PerformAsync(cluster, performer, reconciler, "n");
            ranges.Add(Range(cluster, "n"));
            await cluster.Commands.DeleteAsync(Cluster.Kinds.Stored("nodes"), Cluster.KeyOf(Make.Node("n")), new Api.Meta.DeleteOptions(), Cluster.Writes, Cancelled);
        }

        Assert.NotNull(ranges[0]);
        Assert.Equal(ranges[0], ranges[1]);
    }

    /// <summary>Two hosts decide on the same state; there is one range.</summary>
    [Fact]
    public async Task Range_WantedByTwoAtOnce_IsGivenToOne()
    {
        await using var cluster = await Cluster.WithAsync();
        var (performer, reconciler) = (Performer(cluster), Reconciler("10.244.0.0/24", 24));
        await cluster.Commands.CreateAsync(Cluster.Kinds.Stored("nodes"), Make.Node("a"), Cluster.Writes, Cancelled);
        await cluster.Commands.CreateAsync(Cluster.Kinds.Stored("nodes"), Make.Node("b"), Cluster.Writes, Cancelled);
        var decisions = new[] { "a", "b" }.Select(n => cluster.Decide(reconciler, Make.Node(n)).Only<ReplaceObject>()).ToList();
        Assert.All(decisions, static d => Assert.Equal("10.244.0.0/24", ((Node)d.Next).Spec.PodCIDR));

        var outcomes = await Task.WhenAll(decisions.Select(async d =>
        {
            try
            {
                return await performer.PerformAsync(default!, d, Cancelled) == ActionOutcome.Done;
            }
            catch (ApiException)
            {
                return false;
            }
        }));

        Assert.Single(outcomes, static done => done);
        Assert.Single(new[] { "a", "b" }, n => Range(cluster, n) is not null);
    }

    /// <summary>Ranges of another size, which the cluster gave before its settings were changed, or which somebody chose.</summary>
    [Theory]
    [InlineData("10.244.0.0/25")]
    [InlineData("10.244.0.128/28")]
    [InlineData("10.244.0.0/23")]
    [InlineData("10.0.0.0/8")]
    public async Task Range_OfWhichAnotherNodeHasSome_IsNotGiven(string taken)
    {
        var other = Make.Node("other");
        await using var cluster = await Cluster.WithAsync(Make.Node("n"), other with { Spec = other.Spec with { PodCIDR = taken, PodCIDRs = [taken] } });

        Assert.Contains("event CIDRNotAvailable: Node n status is now: CIDRNotAvailable", cluster.Decide(Reconciler("10.244.0.0/24", 24), Make.Node("n")).Texts());
    }

    [Fact]
    public async Task Node_WithRange_KeepsIt()
    {
        var node = Make.Node("n") with { Spec = new NodeSpec { PodCIDR = "192.0.2.0/24", PodCIDRs = ["192.0.2.0/24"] } };
        await using var cluster = await Cluster.WithAsync(node);

        Assert.DoesNotContain(cluster.Decide(Reconciler("10.244.0.0/16", 24), node).Actions.OfType<ReplaceObject>(), static r => ((Node)r.Next).Spec.PodCIDR != "192.0.2.0/24");
    }

    /// <summary>As Kubernetes, which leaves it to whoever chooses.</summary>
    [Fact]
    public async Task Range_ChosenForTwoNodes_IsAccepted()
    {
        await using var cluster = await Cluster.WithAsync();
        foreach (var name in new[] { "a", "b" })
        {
            await cluster.Commands.CreateAsync(Cluster.Kinds.Stored("nodes"), Make.Node(name) with { Spec = new NodeSpec { PodCIDRs = ["10.244.0.0/24"] } }, Cluster.Writes, Cancelled);
        }

        Assert.Equal(("10.244.0.0/24", "10.244.0.0/24"), (Range(cluster, "a"), Range(cluster, "b")));
    }

    /// <summary>A manifest that was made of a node that has one.</summary>
    [Fact]
    public async Task Node_CopiedWithItsRange_LeavesTheOriginalItsClaim()
    {
        await using var cluster = await Cluster.WithAsync();
        var (performer, reconciler) = (Performer(cluster), Reconciler("10.244.0.0/23", 24));
        await cluster.Commands.CreateAsync(Cluster.Kinds.Stored("nodes"), Make.Node("n"), Cluster.Writes, Cancelled);
        await PerformAsync(cluster, performer, reconciler, "n");
        var original = cluster.View.Snapshot().Get(Cluster.KeyOf(Make.Node("n")))!.Read<Node>();

        var copy = original with { Metadata = new Api.Meta.ObjectMeta { Name = "copy", Annotations = original.Metadata.Annotations } };
        await cluster.Commands.CreateAsync(Cluster.Kinds.Stored("nodes"), copy, Cluster.Writes, Cancelled);

        Assert.Single(NodeClaimNames.Of(original));
        Assert.Empty(NodeClaimNames.Of(cluster.View.Snapshot().Get(Cluster.KeyOf(copy))!.Read<Node>()));
    }

    private static NodeReconciler Reconciler(string cidr, int mask) => new(
        new NodeHealth(new NodeMembers(null, TimeSpan.Zero), new Observations()), new PodCidrAllocation(PodCidrPool.Parse(cidr, mask), Cluster.Kinds.Stored("nodes")));

    private static ActionPerformer Performer(Cluster cluster) => new(cluster.Commands, new NoEvents(), Cluster.Writes, []);

    private static async Task PerformAsync(Cluster cluster, ActionPerformer performer, NodeReconciler reconciler, string node) =>
        Assert.Equal(ActionOutcome.Done, await performer.PerformAsync(default!, cluster.Decide(reconciler, Make.Node(node)).Only<ReplaceObject>(), Cancelled));

    private static string? Range(Cluster cluster, string node) => cluster.View.Snapshot().Get(Cluster.KeyOf(Make.Node(node)))!.Read<Node>().Spec.PodCIDRs?[0];
}
