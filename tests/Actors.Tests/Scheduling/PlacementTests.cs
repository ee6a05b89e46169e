using ActorKube.Actors.Scheduling;
using ActorKube.Actors.Shared;
using ActorKube.Actors.Tests.Support;
using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Engine.Actors.Reconciling;

namespace ActorKube.Actors.Tests.Scheduling;

public sealed class PlacementTests
{
    private static readonly Pod Wanting = Make.Asking(Make.Pod("p"), "2");

    [Fact]
    public async Task Pod_WithoutNodes_SaysSo() => Assert.Equal(
        ["event FailedScheduling: no nodes available to schedule pods", "status p"], (await DecideAsync(Wanting)).Texts());

    [Fact]
    public async Task Pod_WithRoom_IsBound() => Assert.Equal(["bind p to n"], (await DecideAsync(Wanting, Make.Node("n"))).Texts());

    [Fact]
    public async Task Pod_WithChoice_TakesTheEmptierNode() => Assert.Equal(
        ["bind p to n2"], (await DecideAsync(Wanting, Make.Node("n1"), Make.Node("n2"), Make.Asking(Make.Pod("a", node: "n1"), "1"))).Texts());

    [Fact]
    public async Task Pod_OfAController_AvoidsItsSiblings()
    {
        var set = Make.ReplicaSet("rs", 3);
        Assert.Equal(["bind p to n3"], (await DecideAsync(
            Make.Pod("p", set), Make.Node("n1"), Make.Node("n2"), Make.Node("n3"), Make.Pod("a", set, node: "n1"), Make.Pod("b", set, node: "n2"))).Texts());
    }

    [Fact]
    public async Task Pod_ThatFitsNowhere_ExplainsEachNode()
    {
        var cordoned = Make.Node("n2");
        var decision = await DecideAsync(
            Wanting,
            Make.Node("n1", "1"),
            cordoned with { Spec = new NodeSpec { Unschedulable = true } },
            Make.Node("n3", taints: new Taint { Key = "k", Value = "v", Effect = TaintKeys.NoSchedule }),
            Make.Node("n4", pods: 0));
        Assert.Equal(
            "event FailedScheduling: 0/4 nodes are available: 1 Insufficient cpu, 1 Too many pods, 1 node(s) had untolerated taint {k: v}, 1 node(s) were unschedulable. "
            + "preemption: 0/4 nodes are available: 2 No preemption victims found for incoming pod, 2 Preemption is not helpful for scheduling.",
            decision.Texts()[0]);
    }

    [Fact]
    public async Task Pod_ThatStillFitsNowhere_DoesNotRepeatItself()
    {
        var message = "no nodes available to schedule pods";
        var waiting = Wanting with
        {
            Status = Wanting.Status with { Conditions = [new PodCondition { Type = "PodScheduled", Status = "False", Reason = "Unschedulable", Message = message }] },
        };
        Assert.Empty((await DecideAsync(waiting)).Actions);
    }

    /// <summary>Specs of pods that are nobody's business here.</summary>
    public static TheoryData<string, PodSpec> NotOurs => new()
    {
        { "bound", new PodSpec { NodeName = "n" } },
        { "gated", new PodSpec { SchedulingGates = [new PodSchedulingGate { Name = "g" }] } },
        { "another's", new PodSpec { SchedulerName = "other" } },
    };

    [Theory]
    [MemberData(nameof(NotOurs))]
    public async Task Pod_OfOthers_IsLeftAlone(string why, PodSpec spec)
    {
        Assert.NotEmpty(why);
        Assert.Empty((await DecideAsync(Make.Pod("p") with { Spec = spec }, Make.Node("n"))).Actions);
    }

    [Fact]
    public async Task Pod_WithAHostPortThatIsTaken_GoesElsewhere()
    {
        var pod = Make.Pod("p");
        pod = pod with { Spec = pod.Spec with { Containers = [new Container { Name = "c", Image = "i", Ports = [new ContainerPort { Port = 80, HostPort = 80 }] }] } };
        Assert.Equal(["bind p to n2"], (await DecideAsync(pod, Make.Node("n1"), Make.Node("n2"), pod with { Metadata = Make.Meta("a"), Spec = pod.Spec with { NodeName = "n1" } })).Texts());
    }

    [Theory]
    [InlineData("In", "a,b", "b", true)]
    [InlineData("In", "a", null, false)]
    [InlineData("NotIn", "a", null, true)]
    [InlineData("NotIn", "a", "a", false)]
    [InlineData("Exists", "", "x", true)]
    [InlineData("DoesNotExist", "", "x", false)]
    [InlineData("Gt", "5", "7", true)]
    [InlineData("Gt", "5", "5", false)]
    [InlineData("Lt", "5", "x", false)]
    public void NodeTerm_Operator_MeansThis(string op, string values, string? value, bool expected) =>
        Assert.Equal(expected, NodeTerms.Matches(new NodeSelectorRequirement { Key = "k", Operator = op, Values = values.Split(',', StringSplitOptions.RemoveEmptyEntries) }, value));

    [Fact]
    public async Task Pod_WithAntiAffinityToItsKind_TakesAnotherHost()
    {
        var term = new PodAffinityTerm { LabelSelector = new LabelSelector { MatchLabels = Make.Labels("app=web") }, TopologyKey = "kubernetes.io/hostname" };
        var pod = Make.Pod("p");
        pod = pod with { Spec = pod.Spec with { Affinity = new Affinity { PodAntiAffinity = new PodAntiAffinity { RequiredDuringSchedulingIgnoredDuringExecution = [term] } } } };
        Assert.Equal(["bind p to n2"], (await DecideAsync(pod, Make.Node("n1"), Make.Node("n2", "1"), Make.Pod("a", node: "n1"))).Texts());

        var full = await DecideAsync(pod, Make.Node("n1"), Make.Pod("a", node: "n1"));
        Assert.Contains("1 node(s) didn't match pod anti-affinity rules", full.Texts()[0], StringComparison.Ordinal);
    }

    /// <summary>Pods in zones a, b and c; where one more may go with a skew of 1.</summary>
    [Theory]
    [InlineData(1, 0, 0, "bc")]
    [InlineData(2, 1, 1, "bc")]
    [InlineData(1, 1, 1, "abc")]
    public async Task Pod_ThatIsToBeSpread_GoesWhereFewAre(int a, int b, int c, string allowed)
    {
        var pod = Make.Pod("p");
        pod = pod with
        {
            Spec = pod.Spec with
            {
                TopologySpreadConstraints =
                [
                    new TopologySpreadConstraint
                    {
                        MaxSkew = 1, TopologyKey = "zone", WhenUnsatisfiable = "DoNotSchedule", LabelSelector = new LabelSelector { MatchLabels = Make.Labels("app=web") },
                    },
                ],
            },
        };
        string[] zones = ["a", "b", "c"];
        var pods = new[] { a, b, c }.SelectMany((n, zone) => Enumerable.Range(0, n).Select(i => (IApiObject)Make.Pod($"{zones[zone]}{i}", node: "n" + zones[zone])));
        var decision = await DecideAsync(pod, [.. zones.Select(z => Make.Node("n" + z, labels: "zone=" + z)), .. pods]);
        Assert.Contains(decision.Texts().Single()[^1], allowed);
    }

    private static async Task<Decision> DecideAsync(Pod pod, params IApiObject[] others)
    {
        await using var cluster = await Cluster.WithAsync([pod, .. others]);
        return cluster.Decide(new PlacementReconciler(cluster.Ledger()), pod);
    }
}
