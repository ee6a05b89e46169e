using ActorKube.Actors.Actions;
using ActorKube.Actors.Rebalancing;
using ActorKube.Actors.Shared;
using ActorKube.Actors.Tests.Support;
using ActorKube.Api.Apps;
using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Api.Policy;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views.Watching;

namespace ActorKube.Actors.Tests.Rebalancing;

public sealed class RebalanceTests
{
    private static readonly MovableWorkloads OnRequest = new(new RebalancingOptions());

    [Fact(Timeout = 10_000)]
    public async Task FullNode_OfAWorkloadThatAsksForIt_GivesUpAPod()
    {
        await using var cluster = await StartAsync(Annotated("true"), "4,0");
        var plan = Plan(cluster, OnRequest);
        Assert.Equal("n1", plan.For("n0").Move?.To.Slot.Name);
        Assert.Equal("it isn't over-full", plan.For("n1").Why);
    }

    /// <summary>What the workload says, what its Deployment says, what goes for the cluster.</summary>
    [Theory(Timeout = 10_000)]
    [InlineData(null, null, false, false)]
    [InlineData("true", null, false, true)]
    [InlineData(null, "true", false, true)]
    [InlineData("false", "true", false, false)]
    [InlineData(null, null, true, true)]
    [InlineData(null, "false", true, false)]
    public async Task Workload_MovesIfItMay(string? own, string? deployment, bool everywhere, bool moves)
    {
        var above = Make.Deployment(4);
        above = above with { Metadata = above.Metadata with { Annotations = Says(deployment) } };
        var set = Make.ReplicaSet("rs", 4, above);
        await using var cluster = await StartAsync(set with { Metadata = set.Metadata with { Annotations = Says(own) } }, "4,0", above);
        var workloads = new MovableWorkloads(new RebalancingOptions { Everywhere = everywhere });
        Assert.Equal(moves, Plan(cluster, workloads).For("n0").Move is not null);
        Assert.Equal(everywhere || own == "true" || deployment == "true", workloads.IsOn(cluster.View.Snapshot()));
    }

    /// <summary>Pods on each node, of 4; which one gives.</summary>
    [Theory(Timeout = 10_000)]
    [InlineData("2,2,2", "")]
    [InlineData("3,2,2", "")]
    [InlineData("4,4,0", "n0,n1")]
    [InlineData("4,4,4,4,0", "n0,n1,n2")]
    public async Task Nodes_ThatAreFarAboveTheMean_Give(string pods, string givers)
    {
        await using var cluster = await StartAsync(Annotated("true"), pods);
        var plan = Plan(cluster, OnRequest);
        Assert.Equal(givers, string.Join(',', plan.Ranked.Select(static n => n.Name).Where(n => plan.For(n).Move is not null)));
    }

    [Theory(Timeout = 10_000)]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public async Task Pod_WithABudget_MovesIfThatHasRoom(int allowed, bool moves)
    {
        var budget = new PodDisruptionBudget
        {
            ApiVersion = "policy/v1",
            Kind = "PodDisruptionBudget",
            Metadata = Make.Meta("keep") with { Generation = 1 },
            Spec = new PodDisruptionBudgetSpec { Selector = new LabelSelector { MatchLabels = Make.Labels("app=web") } },
            Status = new PodDisruptionBudgetStatus { DisruptionsAllowed = allowed, ObservedGeneration = 1 },
        };
        await using var cluster = await StartAsync(Annotated("true"), "4,0", budget);
        var next = Plan(cluster, OnRequest).For("n0");
        Assert.Equal(moves, next.Move is not null);
        Assert.Equal(moves ? "" : "ns/p0-0: its disruption budget keeps it", next.Why);
        Assert.Equal(moves ? ["status keep", "status p0-0", "delete p0-0"] : [], (await DecideAsync(cluster)).Texts());
    }

    [Fact(Timeout = 10_000)]
    public async Task Workload_ThatIsNotAtRest_Stays()
    {
        var set = Annotated("true");
        await using var cluster = await StartAsync(set, "4,0", Make.Pod("young", set));
        Assert.Equal("ns/p0-0: its workload has not come to rest", Plan(cluster, OnRequest).For("n0").Why);
    }

    [Fact(Timeout = 10_000)]
    public async Task Node_ThatIsCordoned_NeitherGivesNorTakes()
    {
        await using var cluster = await StartAsync(Annotated("true"), "4,0");
        await cluster.PutAsync(Make.Node("n1") with { Spec = new NodeSpec { Unschedulable = true } });
        Assert.Null(Plan(cluster, OnRequest).For("n0").Move);
        Assert.Equal("it does not take pods of everybody", Plan(cluster, OnRequest).For("n1").Why);
    }

    /// <summary>Nodes of an idle cluster have no other reason to look.</summary>
    [Fact(Timeout = 10_000)]
    public async Task Workload_ThatBeginsToAskForIt_WakesAllNodes_AndNoneAfterThat()
    {
        await using var cluster = await StartAsync(Annotated("false"), "4,0");
        Assert.Empty(Woken(null, "false"));
        Assert.Equal(["n0", "n1"], Woken(null, "true"));
        Assert.Equal(["n0", "n1"], Woken("false", "true"));
        Assert.Empty(Woken("true", "true"));
        Assert.Empty(Woken("true", null));

        IEnumerable<string> Woken(string? before, string? after)
        {
            var wake = new List<ObjectKey>();
            new RebalanceWakeRule(Resources.ReplicaSets).Wake(new ObjectEvent(ObjectEventType.Modified, Stored(after), Stored(before)), cluster.View.Snapshot(), wake);
            return wake.Select(static k => k.Name).Order(StringComparer.Ordinal);
        }

        static StoredObject Stored(string? says)
        {
            var set = Make.ReplicaSet("rs", 4);
            set = set with { Metadata = set.Metadata with { Annotations = Says(says), ResourceVersion = "", Uid = "uid-of-rs" } };
            return new StoredObject(Cluster.KeyOf(set), 1, 1, ObjectState.Parse(Cluster.Kinds.Stored(Resources.ReplicaSets).Write(set)));
        }
    }

    [Fact(Timeout = 10_000)]
    public async Task Node_WaitsBeforeItMovesAndBetweenMoves()
    {
        await using var cluster = await StartAsync(Annotated("true"), "4,0");
        var rebalancer = new Rebalancer(cluster.Ledger(), OnRequest, new Observations());
        Assert.Equal(Decision.LookAgain(OnRequest.Period).RequeueAfter, cluster.Decide(rebalancer, Node0).RequeueAfter);
        Assert.Empty(cluster.Decide(rebalancer, Node0).Actions);

        cluster.Time.Advance(OnRequest.Period);
        var decision = cluster.Decide(rebalancer, Node0);
        Assert.Equal(["status p0-0", "delete p0-0"], decision.Texts());
        Assert.Equal("Evicted from n0, which is 100% full; n1 would be 25% full with it", decision.Only<DeleteObject>().Announce?.Message);
        Assert.Empty(cluster.Decide(rebalancer, Node0).Actions);
    }

    [Fact(Timeout = 10_000)]
    public async Task Node_WhileNobodyAsks_IsLeftAlone()
    {
        await using var cluster = await StartAsync(Annotated(null), "4,0");
        Assert.Equal(Decision.None, await DecideAsync(cluster));
    }

    /// <summary>From any beginning the moves end, and each makes the fullest nodes emptier.</summary>
    [Theory(Timeout = 60_000)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Moves_FromAnyBeginning_End(int seed)
    {
        var random = new Random(seed);
        var moves = 0;
        for (var run = 0; run < 4; run++)
        {
            var set = Annotated("true");
            var nodes = Enumerable.Range(0, random.Next(2, 7)).Select(i => Make.Node("n" + i, random.Next(4, 17).ToString(System.Globalization.CultureInfo.InvariantCulture), random.Next(5, 20))).ToList();
            var pods = Enumerable.Range(0, random.Next(1, 25)).Select(i => Running($"p{i}", set, "n" + random.Next(nodes.Count), $"{random.Next(1, 30)}00m")).ToList();
            await using var cluster = await Cluster.WithAsync([set, .. nodes, .. pods]);
            moves += await PlayAsync(cluster);
        }

        Assert.NotEqual(0, moves);
    }

    private static ObjectKey Node0 => new(Resources.Nodes, "", "n0");

    /// <summary>Makes moves until there are none; their number.</summary>
    private static async Task<int> PlayAsync(Cluster cluster)
    {
        for (var moves = 0; ; moves++)
        {
            Assert.True(moves < 500, "It did not end.");
            var plan = Plan(cluster, OnRequest);
            if (plan.Ranked.Select(n => plan.For(n.Name).Move).FirstOrDefault(static m => m is not null) is not { } move)
            {
                return moves;
            }

            var before = plan.Ranked.Select(static n => n.Share).ToArray();
            var pod = cluster.Get<Pod>(move.Pod.Key);
            await cluster.PutAsync(pod with { Spec = pod.Spec with { NodeName = move.To.Slot.Name } });
            var after = Plan(cluster, OnRequest).Ranked.Select(static n => n.Share).ToArray();
            Assert.True(before.Zip(after).First(static p => p.First != p.Second) is var (old, now) && now < old);
        }
    }

    private static RebalancePlan Plan(Cluster cluster, MovableWorkloads workloads) => new(cluster.View.Snapshot(), cluster.Ledger().Nodes, workloads, cluster.Now);

    private static async Task<Decision> DecideAsync(Cluster cluster)
    {
        var rebalancer = new Rebalancer(cluster.Ledger(), OnRequest, new Observations());
        cluster.Decide(rebalancer, Node0);
        cluster.Time.Advance(OnRequest.Period);
        return await Task.FromResult(cluster.Decide(rebalancer, Node0));
    }

    /// <summary>Nodes n0, n1... of 4 CPUs with so many pods p0-0, p0-1... of 1 CPU each.</summary>
    private static Task<Cluster> StartAsync(ReplicaSet set, string pods, params IApiObject[] others)
    {
        var counts = pods.Split(',').Select(static c => int.Parse(c, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        return Cluster.WithAsync(
        [
            set, .. others, .. counts.Select(static (_, n) => Make.Node("n" + n)),
            .. counts.SelectMany((count, n) => Enumerable.Range(0, count).Select(i => Running($"p{n}-{i}", set, "n" + n, "1"))),
        ]);
    }

    private static Pod Running(string name, ReplicaSet set, string node, string cpu)
    {
        var pod = Make.Asking(Make.Pod(name, set, node: node, phase: PodPhases.Running, ready: true), cpu);
        return pod with { Metadata = pod.Metadata with { CreationTimestamp = Make.Epoch - TimeSpan.FromDays(365 * 50) } };
    }

    private static ReplicaSet Annotated(string? value)
    {
        var set = Make.ReplicaSet("rs", 4);
        return set with { Metadata = set.Metadata with { Annotations = Says(value) } };
    }

    private static Dictionary<string, string>? Says(string? value) => value is null ? null : new() { [MovableWorkloads.Annotation] = value };
}
