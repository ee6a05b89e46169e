using ActorKube.Actors.Actions;
using ActorKube.Actors.Tests.Support;
using ActorKube.Actors.Workloads.DaemonSets;
using ActorKube.Api.Apps;
using ActorKube.Api.Core;
using ActorKube.Api.Meta;

namespace ActorKube.Actors.Tests.Workloads;

public sealed class DaemonSetTests
{
    /// <summary>Pods on the nodes n1 and n2; what is done about them.</summary>
    [Theory]
    [InlineData("", "create n1,create n2")]
    [InlineData("1:1R", "create n2")]
    [InlineData("1:1R 2:1P", "")]
    [InlineData("1:1R 2:1T", "")]
    [InlineData("1a:1R 1b:1R 2:1R", "delete agent-1b")]
    [InlineData("1:1R 2:1F", "event FailedDaemonPod,delete agent-2")]
    [InlineData("1:1R 2:1S", "event SucceededDaemonPod,delete agent-2")]
    public async Task DaemonSet_Nodes_GetOnePodEach(string pods, string expected) =>
        Assert.Equal(expected, await DecideAsync(Sets.Daemon(), pods, Make.Node("n1"), Make.Node("n2")));

    [Theory]
    [InlineData("n=1", "", "", "create n1")]
    [InlineData("n=2", "", "", "")]
    [InlineData("n=2", "", "1:1R", "delete agent-1")]
    [InlineData("n=1", "special NoSchedule", "", "")]
    [InlineData("n=1", "special NoSchedule", "1:1R", "")]
    [InlineData("n=1", "special NoExecute", "1:1R", "delete agent-1")]
    [InlineData("n=1", "special PreferNoSchedule", "", "create n1")]
    [InlineData("n=1", "node.kubernetes.io/unschedulable NoSchedule", "", "create n1")]
    [InlineData("n=1", "node.kubernetes.io/not-ready NoExecute", "1:1R", "")]
    [InlineData("n=1", "node.kubernetes.io/not-ready NoSchedule", "", "")]
    [InlineData("n=1", "node.kubernetes.io/network-unavailable NoSchedule", "", "")]
    [InlineData("n=1", "node.kubernetes.io/disk-pressure NoSchedule", "", "create n1")]
    public async Task DaemonSet_Node_IsMeantByLabelsAndTaints(string selector, string taint, string pods, string expected)
    {
        var set = Sets.Daemon();
        set = set with
        {
            Spec = set.Spec with
            {
                Template = set.Spec.Template with { Spec = set.Spec.Template.Spec with { NodeSelector = Make.Labels(selector) } },
                UpdateStrategy = new() { Type = UpdateStrategies.OnDelete },
            },
        };
        Taint[] taints = taint.Length == 0 ? [] : [new Taint { Key = taint.Split(' ')[0], Effect = taint.Split(' ')[1] }];
        Assert.Equal(expected, await DecideAsync(set, pods, Make.Node("n1", labels: "n=1", taints: taints)));
    }

    [Fact]
    public async Task DaemonSet_HostNetwork_DoesWithoutThePodNetwork()
    {
        var set = Sets.Daemon();
        set = set with { Spec = set.Spec with { Template = set.Spec.Template with { Spec = set.Spec.Template.Spec with { HostNetwork = true } } } };
        Assert.Equal("create n1", await DecideAsync(set, "", Make.Node("n1", taints: new Taint { Key = "node.kubernetes.io/network-unavailable", Effect = "NoSchedule" })));
    }

    [Fact]
    public async Task DaemonSet_Pod_NamesItsNodeAndVersion()
    {
        var set = Sets.Daemon();
        set = set with { Metadata = set.Metadata with { Annotations = new Dictionary<string, string> { [TemplateGeneration.Annotation] = "7" } } };
        await using var cluster = await Cluster.WithAsync(set, Make.Node("n1"));
        var decision = cluster.Decide(new DaemonSetReconciler(cluster.Ledger()), set);
        var pod = (Pod)((CreateObject)decision.Only<InBursts>().Actions.Single()).Object;

        var term = pod.Spec.Affinity!.NodeAffinity!.RequiredDuringSchedulingIgnoredDuringExecution!.NodeSelectorTerms!.Single();
        Assert.Equal(("metadata.name", "In", "n1"), (term.MatchFields!.Single().Key, term.MatchFields!.Single().Operator, term.MatchFields!.Single().Values!.Single()));
        Assert.Equal((Sets.HashOf(set, "img:1"), "7"), (pod.Metadata.Labels!["controller-revision-hash"], pod.Metadata.Labels!["pod-template-generation"]));
        Assert.Equal(6, pod.Spec.Tolerations!.Count);
        Assert.Equal("n1", DaemonPods.NodeOf(pod));
    }

    [Fact]
    public async Task DaemonSet_PodForANodeThatIsGone_GoesUnlessItRanThere()
    {
        var set = Sets.Daemon();
        var waiting = DaemonTemplate.PodFor(set, set.Spec.Template, "n9");
        var unbound = Make.Pod("waiting", set) with { Spec = waiting.Spec };
        Assert.Equal("delete waiting", await DecideAsync(set, "8:1R", unbound));
    }

    [Fact]
    public async Task DaemonSet_BeingDeleted_DoesNothing() => Assert.Equal("", await DecideAsync(Make.Deleting(Sets.Daemon(), "foregroundDeletion"), "", Make.Node("n1")));

    [Theory]
    [InlineData("1:1R 2:1R", "3 2 0 2 2 1 2")]
    [InlineData("1:1U 2:1P 3:1R", "3 3 0 1 1 2 3")]
    [InlineData("1:1R 4:1R", "3 1 1 1 1 2 1")]
    public async Task Status_Nodes_AreCounted(string pods, string expected)
    {
        var set = Sets.Daemon();
        await using var cluster = await Cluster.WithAsync(
        [
            set, Sets.Revision(set, "img:1", 1), .. Sets.Pods(set, pods), Make.Node("n1"), Make.Node("n2"), Make.Node("n3"),
            Make.Node("n4", taints: new Taint { Key = "special", Effect = "NoSchedule" }),
        ]);
        var s = ((DaemonSet)cluster.Decide(new DaemonSetReconciler(cluster.Ledger()), set).Only<ReplaceStatus>().Next).Status;
        Assert.Equal(
            expected,
            $"{s.DesiredNumberScheduled} {s.CurrentNumberScheduled} {s.NumberMisscheduled} {s.NumberReady} {s.NumberAvailable} {s.NumberUnavailable} {s.UpdatedNumberScheduled}");
    }

    /// <summary>One after the other fails on the same node: how long each waits.</summary>
    [Fact]
    public async Task DaemonSet_FailsAgainAndAgain_IsReplacedEverMoreSlowly()
    {
        var set = Sets.Daemon();
        await using var cluster = await Cluster.WithAsync(set, Sets.Revision(set, "img:1", 1), Make.Node("n1"));
        var reconciler = new DaemonSetReconciler(cluster.Ledger());
        var waits = new List<double>();
        for (var i = 0; i < 12; i++)
        {
            var pod = Sets.Pods(set, $"1{(char)('a' + i)}:1F").Single();
            await cluster.PutAsync(pod);
            var waited = cluster.Decide(reconciler, set).RequeueAfter ?? TimeSpan.Zero;
            cluster.Time.Advance(waited);
            Assert.Contains($"delete {pod.Metadata.Name}", cluster.Decide(reconciler, set).Texts());
            waits.Add(waited.TotalSeconds);
            await cluster.RemoveAsync(pod);
        }

        Assert.Equal([0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900], waits);
    }

    private static async Task<string> DecideAsync(DaemonSet set, string pods, params IApiObject[] others)
    {
        await using var cluster = await Cluster.WithAsync([set, Sets.Revision(set, "img:1", 1), .. Sets.Pods(set, pods), .. others]);
        return cluster.Decide(new DaemonSetReconciler(cluster.Ledger()), set).InShort();
    }
}
