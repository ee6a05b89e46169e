using ActorKube.Actors.Scheduling;
using ActorKube.Actors.Shared;
using ActorKube.Actors.Tests.Support;
using ActorKube.Api.Core;
using ActorKube.Api.Meta;

namespace ActorKube.Actors.Tests.Scheduling;

/// <summary>Why a pod is pending.</summary>
public sealed class ExplanationTests
{
    private static readonly Pod Wanting = Make.Asking(Make.Pod("p"), "2");

    [Fact(Timeout = 60_000)]
    public async Task Pod_LargerThanAllNodes_NeverFits()
    {
        var report = await ExplainAsync(Make.Asking(Make.Pod("p"), "64"), Make.Node("n1", "16"), Make.Node("n2", "32"));
        Assert.Equal(("unschedulable", false), (report.State, report.EverFits));
        var rule = Assert.Single(report.Rules);
        Assert.Equal(new RuleReport("room", 2, 2, 2, true, "no node has 64 cpu at all: the largest, n2, has 32"), rule);
    }

    [Fact(Timeout = 60_000)]
    public async Task Rules_ThatRefuse_AreCountedEach()
    {
        var taint = new Taint { Key = "k", Value = "v", Effect = TaintKeys.NoSchedule };
        var cordoned = Make.Node("n3", "1");
        var report = await ExplainAsync(
            Wanting, Make.Node("n1", taints: taint), Make.Node("n2", "1", taints: taint), cordoned with { Spec = new NodeSpec { Unschedulable = true } });
        Assert.Equal([("cordoned nodes", 1, 1, 0), ("taints", 2, 2, 1), ("room", 2, 0, 0)], report.Rules.Select(static r => (r.Rule, r.Excluded, r.First, r.Alone)));
        Assert.Equal("not tolerated: k=v:NoSchedule", report.Rules[1].Detail);
        Assert.Equal(["tolerate k=v:NoSchedule, which opens n1"], report.Remedies);
        Assert.False(report.EverFits);
    }

    [Fact(Timeout = 60_000)]
    public async Task Pod_WithoutRoom_IsToldWhatIsMissingAndWhoHasIt()
    {
        var report = await ExplainAsync(Wanting, Make.Node("n"), Make.Asking(Make.Pod("small", node: "n"), "1"), Make.Asking(Make.Pod("large", node: "n"), "2500m"));
        Assert.True(report.EverFits);
        Assert.Equal("2 cpu are wanted, 500m are free where most is", Assert.Single(report.Rules).Detail);
        Assert.Equal(["on n: 1500m more cpu, such as without ns/large (priority 0)"], report.Remedies);
    }

    [Fact(Timeout = 60_000)]
    public async Task Pod_OfNoNode_IsToldTheLabel()
    {
        var pod = Wanting with { Spec = Wanting.Spec with { NodeSelector = Make.Labels("disk=ssd") } };
        Assert.Equal(["a node that matches disk=ssd; nothing else keeps it from n1, n2"], (await ExplainAsync(pod, Make.Node("n1"), Make.Node("n2"))).Remedies);
    }

    [Fact(Timeout = 60_000)]
    public async Task Pod_RefusedBySeveralRulesEverywhere_IsToldThemTogether()
    {
        var taint = new Taint { Key = "k", Effect = TaintKeys.NoSchedule };
        var cordoned = Make.Node("n1", "1", taints: taint);
        var report = await ExplainAsync(
            Wanting with { Spec = Wanting.Spec with { NodeSelector = Make.Labels("disk=ssd") } }, cordoned with { Spec = cordoned.Spec with { Unschedulable = true } }, Make.Node("n2", "500m"), Make.Node("n3", taints: taint));
        Assert.Equal(["on n2, all at once: labels that match disk=ssd; 1500m more cpu", "on n3, all at once: tolerate k:NoSchedule; labels that match disk=ssd"], report.Remedies);
        Assert.DoesNotContain(report.Rules, static r => r.Alone > 0);
    }

    [Fact(Timeout = 60_000)]
    public async Task Pod_WithoutNodes_IsToldThatItTakesOne()
    {
        var report = await ExplainAsync(Wanting);
        Assert.Equal(("There are no nodes.", "a node that is ready for pods"), (report.Summary, Assert.Single(report.Remedies)));
    }

    [Fact(Timeout = 60_000)]
    public async Task Pod_WhosePortIsTaken_IsToldByWhom()
    {
        var containers = new[] { new Container { Name = "c", Image = "img", Ports = [new ContainerPort { HostPort = 80, Port = 80 }] } };
        var (pod, holder) = (Make.Pod("p"), Make.Pod("holder", node: "n"));
        var report = await ExplainAsync(pod with { Spec = pod.Spec with { Containers = containers } }, Make.Node("n"), holder with { Spec = holder.Spec with { Containers = containers } });
        Assert.Equal(("host ports", "wanted: TCP 0.0.0.0:80", true), (report.Rules[0].Rule, report.Rules[0].Detail, report.EverFits));
        Assert.Equal(["on n: without ns/holder, which has the port"], report.Remedies);
    }

    [Fact(Timeout = 60_000)]
    public async Task Pod_ThatFits_IsToldWhere()
    {
        var report = await ExplainAsync(Make.Pod("p"), Make.Node("n"));
        Assert.Equal(("schedulable", true), (report.State, report.EverFits));
        Assert.StartsWith("It fits on n,", report.Summary, StringComparison.Ordinal);
        Assert.Empty(report.Rules);
        Assert.Empty(report.Remedies);
    }

    /// <summary>Pods that are not to be placed now, and how that is told.</summary>
    public static TheoryData<PodSpec, string, string> Settled => new()
    {
        { new PodSpec { NodeName = "n" }, "bound", "It is bound to n." },
        { new PodSpec { SchedulingGates = [new PodSchedulingGate { Name = "a" }, new PodSchedulingGate { Name = "b" }] }, "gated", "It waits for somebody to remove its scheduling gates: a, b." },
        { new PodSpec { SchedulerName = "mine" }, "foreign", "Another scheduler places it: mine." },
        {
            new PodSpec { Volumes = [new Volume { Name = "v", PersistentVolumeClaim = new PersistentVolumeClaimVolumeSource { ClaimName = "c" } }] },
            "claims", "It waits for its claims: persistentvolumeclaim \"c\" not found."
        },
    };

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Settled))]
    public async Task Pod_ThatIsNotToBePlaced_SaysWhatItWaitsFor(PodSpec spec, string state, string summary)
    {
        var report = await ExplainAsync(Make.Pod("p") with { Spec = spec with { Containers = Wanting.Spec.Containers } }, Make.Node("n"));
        Assert.Equal((state, summary), (report.State, report.Summary));
    }

    [Fact(Timeout = 60_000)]
    public async Task Pod_ThatIsMissing_SaysSo()
    {
        await using var cluster = await Cluster.WithAsync();
        Assert.Equal("missing", Explanation.Of("ns", "p", cluster.View.Snapshot(), cluster.Ledger()).State);
    }

    private static async Task<PodReport> ExplainAsync(Pod pod, params IApiObject[] others)
    {
        await using var cluster = await Cluster.WithAsync([pod, .. others]);
        return Explanation.Of("ns", "p", cluster.View.Snapshot(), cluster.Ledger());
    }
}
