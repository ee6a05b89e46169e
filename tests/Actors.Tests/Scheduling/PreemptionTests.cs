using ActorKube.Actors.Actions;
using ActorKube.Actors.Scheduling;
using ActorKube.Actors.Scheduling.Ledger;
using ActorKube.Actors.Tests.Support;
using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Api.Policy;
using ActorKube.Engine.Actors.Reconciling;

namespace ActorKube.Actors.Tests.Scheduling;

/// <summary>Important pods that find no room.</summary>
public sealed class PreemptionTests
{
    private static readonly Pod Boss = With(Make.Asking(Make.Pod("boss"), "3"), 100);

    [Fact(Timeout = 10_000)]
    public async Task Pod_ThatFitsNowhere_HasALesserOneLeave()
    {
        var decision = await DecideAsync(Boss, Make.Node("n"), Running("victim", "n", 10));
        Assert.Equal(
            ["event FailedScheduling: 0/1 nodes are available: 1 Insufficient cpu.", "status boss", "status victim", "delete victim"], decision.Texts());
        Assert.Equal("n", ((Pod)decision.Actions.OfType<ReplaceStatus>().First().Next).Status.NominatedNodeName);
        var mark = PodConditions.Find(((Pod)decision.Actions.OfType<ReplaceStatus>().Last().Next).Status, PodConditions.DisruptionTarget);
        Assert.Equal(("PreemptionByScheduler", "default-scheduler: preempting to accommodate a higher priority pod"), (mark?.Reason, mark?.Message));
        Assert.Equal("Preempted by pod uid-of-boss on node n", decision.Only<DeleteObject>().Announce?.Message);
    }

    /// <summary>Nodes with victims as priority:cpu; what is guarded carries a *. Who leaves where.</summary>
    [Theory(Timeout = 10_000)]
    [InlineData("50:3", "10:3", "n2-0")]
    [InlineData("10:3*", "50:3", "n2-0")]
    [InlineData("10:3*", "", "n1-0")]
    [InlineData("10:1,10:2", "10:3", "n2-0")]
    [InlineData("20:3", "10:2,10:2", "n2-0,n2-1")]
    [InlineData("10:1,20:1,30:2", "", "n1-0,n1-2")]
    [InlineData("10:3", "100:3", "n1-0")]
    [InlineData("100:3", "100:3", "")]
    public async Task Node_WhereTheLeastIsLost_IsCleared(string first, string second, string victims)
    {
        var nodes = new List<IApiObject> { Make.Node("n1"), Budget() };
        if (second.Length > 0)
        {
            nodes.Add(Make.Node("n2"));
        }

        nodes.AddRange(Pods("n1", first).Concat(Pods("n2", second)));
        var decision = await DecideAsync(Boss, [.. nodes]);
        Assert.Equal(victims, string.Join(',', decision.Actions.OfType<DeleteObject>().Select(static d => d.Key.Name).Order(StringComparer.Ordinal)));
    }

    [Fact(Timeout = 10_000)]
    public async Task Victims_OfTheSameWorth_AreTheYoungest()
    {
        var old = Running("old", "n1", 10);
        var young = Running("young", "n2", 10);
        young = young with { Status = young.Status with { StartTime = Make.Epoch + TimeSpan.FromMinutes(1) } };
        Assert.Equal("young", (await DecideAsync(Boss, Make.Node("n1"), Make.Node("n2"), old, young)).Only<DeleteObject>().Key.Name);
    }

    [Fact(Timeout = 10_000)]
    public async Task Pod_TooBigForAnEmptyNode_SpareThoseThere() => Assert.Equal(
        "event FailedScheduling: 0/1 nodes are available: 1 Insufficient cpu. preemption: 0/1 nodes are available: 1 Insufficient cpu.",
        (await DecideAsync(With(Make.Asking(Make.Pod("boss"), "9"), 100), Make.Node("n"), Running("a", "n", 10))).Texts()[0]);

    [Fact(Timeout = 10_000)]
    public async Task Pod_ThatNeverPreempts_Waits()
    {
        var polite = Boss with { Spec = Boss.Spec with { PreemptionPolicy = "Never" } };
        var decision = await DecideAsync(polite, Make.Node("n"), Running("a", "n", 10));
        Assert.EndsWith("1 Insufficient cpu. preemption: not eligible due to preemptionPolicy=Never.", decision.Texts()[0], StringComparison.Ordinal);
        Assert.Empty(decision.Actions.OfType<DeleteObject>());
    }

    [Fact(Timeout = 10_000)]
    public async Task Pod_RepelledByALesserOne_HasItLeave()
    {
        var term = new PodAffinityTerm { LabelSelector = new LabelSelector { MatchLabels = Make.Labels("app=web") }, TopologyKey = "kubernetes.io/hostname" };
        var boss = Boss with { Spec = Boss.Spec with { Affinity = new Affinity { PodAntiAffinity = new PodAntiAffinity { RequiredDuringSchedulingIgnoredDuringExecution = [term] } } } };
        Assert.Equal("a", (await DecideAsync(boss, Make.Node("n", "9"), Running("a", "n", 10, "1"))).Only<DeleteObject>().Key.Name);
    }

    [Fact(Timeout = 10_000)]
    public async Task Pod_WhoseVictimIsLeaving_WaitsInSilence()
    {
        var nominated = Boss with { Status = Boss.Status with { NominatedNodeName = "n" } };
        var leaving = Make.Deleting(Running("a", "n", 10));
        leaving = leaving with { Status = PodConditions.With(leaving.Status, PodConditions.DisruptionTarget, "True", Make.Epoch, PlacedPod.PreemptedReason) };
        Assert.Empty((await DecideAsync(nominated, Make.Node("n"), leaving, Running("b", "n", 10, "1"))).Actions);
    }

    [Fact(Timeout = 10_000)]
    public async Task Pod_WhoseNodeWasCleared_TakesIt() =>
        Assert.Equal(["bind boss to n1"], (await DecideAsync(Boss with { Status = Boss.Status with { NominatedNodeName = "n1" } }, Make.Node("n1"), Make.Node("n2", "64"), Running("a", "n1", 10, "1"))).Texts());

    /// <summary>A pod of that priority, on a node of which a pod of priority 100 is to have 3 of 4.</summary>
    [Theory(Timeout = 10_000)]
    [InlineData(10, false)]
    [InlineData(100, false)]
    [InlineData(200, true)]
    public async Task Node_ThatWasClearedForAPod_IsNotGivenToALesserOne(int priority, bool binds)
    {
        var nominated = Boss with { Status = Boss.Status with { NominatedNodeName = "n" } };
        var decision = await DecideAsync(With(Make.Asking(Make.Pod("p"), "2"), priority), Make.Node("n"), nominated);
        Assert.Equal(binds, decision.Texts()[0] == "bind p to n");
    }

    [Fact(Timeout = 10_000)]
    public async Task Pod_WithMoreImportantOnesWaiting_LetsThemHaveTheirTurn()
    {
        var waiting = With(Make.Asking(Make.Pod("first"), "3"), 50);
        waiting = waiting with { Status = PodConditions.With(waiting.Status, PodConditions.Scheduled, "False", Make.Epoch, PodConditions.Unschedulable, "none") };
        var last = With(Make.Asking(Make.Pod("last"), "3"), 10);
        var decision = await DecideAsync(last, Make.Node("n"), waiting);
        Assert.Empty(decision.Actions);
        Assert.True(decision.RequeueAfter < TimeSpan.FromSeconds(1));

        // There is room for both.
        Assert.Equal(["bind last to n"], (await DecideAsync(last, Make.Node("n", "8"), waiting)).Texts());
    }

    private static PodDisruptionBudget Budget() => new()
    {
        ApiVersion = "policy/v1",
        Kind = "PodDisruptionBudget",
        Metadata = Make.Meta("keep"),
        Spec = new PodDisruptionBudgetSpec { Selector = new LabelSelector { MatchLabels = Make.Labels("guarded=yes") }, MinAvailable = 1 },
    };

    private static IEnumerable<Pod> Pods(string node, string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select((p, i) =>
    {
        var parts = p.TrimEnd('*').Split(':');
        var pod = Running($"{node}-{i}", node, int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture), parts[1]);
        return p.EndsWith('*') ? pod with { Metadata = pod.Metadata with { Labels = Make.Labels("guarded=yes") } } : pod;
    });

    private static Pod Running(string name, string node, int priority, string cpu = "3")
    {
        var pod = With(Make.Asking(Make.Pod(name, node: node, phase: PodPhases.Running), cpu), priority);
        return pod with { Status = pod.Status with { StartTime = Make.Epoch } };
    }

    private static Pod With(Pod pod, int priority) => pod with { Spec = pod.Spec with { Priority = priority } };

    private static async Task<Decision> DecideAsync(Pod pod, params IApiObject[] others)
    {
        await using var cluster = await Cluster.WithAsync([pod, .. others]);
        return cluster.Decide(new PlacementReconciler(cluster.Ledger()), pod);
    }
}
