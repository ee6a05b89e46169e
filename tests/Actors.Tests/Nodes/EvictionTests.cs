using ActorKube.Actors.Nodes;
using ActorKube.Actors.Pods;
using ActorKube.Actors.Shared;
using ActorKube.Actors.Tests.Support;
using ActorKube.Api.Core;

namespace ActorKube.Actors.Tests.Nodes;

public sealed class EvictionTests
{
    private static readonly Taint Taint = new() { Key = "k", Value = "v", Effect = TaintKeys.NoExecute };

    private readonly TaintEviction _eviction = new(new NodeMembers(null, TimeSpan.Zero), new Observations());

    [Fact]
    public async Task Pod_ThatDoesNotTolerateATaint_LeavesAtOnce()
    {
        await using var cluster = await Cluster.WithAsync(Make.Node("n", taints: Taint), Make.Pod("p", node: "n"));
        Assert.Equal(["event TaintManagerEviction: Marking for deletion Pod ns/p", "status p", "delete p"], cluster.Decide(_eviction, Make.Pod("p")).Texts());
    }

    [Fact]
    public async Task Pod_ThatToleratesForAWhile_LeavesThen()
    {
        var pod = Tolerating(10);
        await using var cluster = await Cluster.WithAsync(Make.Node("n", taints: Taint), pod);
        Assert.Equal(TimeSpan.FromSeconds(10), cluster.Decide(_eviction, pod).RequeueAfter);
        cluster.Time.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(TimeSpan.FromSeconds(6), cluster.Decide(_eviction, pod).RequeueAfter);
        cluster.Time.Advance(TimeSpan.FromSeconds(6));
        Assert.Contains("delete p", cluster.Decide(_eviction, pod).Texts());
    }

    [Fact]
    public async Task Pod_WhoseNodeLosesTheTaintInTime_Stays()
    {
        var pod = Tolerating(10);
        await using var cluster = await Cluster.WithAsync(Make.Node("n", taints: Taint), pod);
        cluster.Decide(_eviction, pod);
        await cluster.PutAsync(Make.Node("n"));
        Assert.Equal(["event TaintManagerEviction: Cancelling deletion of Pod ns/p"], cluster.Decide(_eviction, pod).Texts());
        Assert.Empty(cluster.Decide(_eviction, pod).Actions);
    }

    [Fact]
    public async Task Pod_ThatToleratesForEver_Stays()
    {
        await using var cluster = await Cluster.WithAsync(Make.Node("n", taints: Taint), Tolerating(null));
        var decision = cluster.Decide(_eviction, Make.Pod("p"));
        Assert.Empty(decision.Actions);
        Assert.Null(decision.RequeueAfter);
    }

    [Fact]
    public async Task Pod_OnANodeThatIsGone_FailsAndGoesAfterQuarantine()
    {
        var lost = new LostPods(new Observations());
        await using var cluster = await Cluster.WithAsync(Make.Pod("p", node: "n", phase: PodPhases.Running));
        Assert.Equal(TimeSpan.FromSeconds(40), cluster.Decide(lost, Make.Pod("p")).RequeueAfter);
        cluster.Time.Advance(TimeSpan.FromSeconds(40));
        Assert.Equal(["status p", "delete p now"], cluster.Decide(lost, Make.Pod("p")).Texts());
    }

    private static Pod Tolerating(long? seconds)
    {
        var pod = Make.Pod("p", node: "n");
        return pod with { Spec = pod.Spec with { Tolerations = [new Toleration { Key = "k", Operator = "Exists", Effect = TaintKeys.NoExecute, TolerationSeconds = seconds }] } };
    }
}
