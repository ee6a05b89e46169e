using ActorKube.Actors.Actions;
using ActorKube.Actors.Nodes;
using ActorKube.Actors.Shared;
using ActorKube.Actors.Tests.Support;
using ActorKube.Api.Coordination;
using ActorKube.Api.Core;
using ActorKube.Api.Meta;

namespace ActorKube.Actors.Tests.Nodes;

public sealed class NodeTests
{
    private readonly NodeReconciler _reconciler = new(new NodeHealth(new NodeMembers(null, TimeSpan.Zero), new Observations()));

    /// <summary>Condition and its status; the taints that follow.</summary>
    public static TheoryData<string, string, string[]> Conditions => new()
    {
        { "Ready", "False", ["node.kubernetes.io/not-ready:NoSchedule", "node.kubernetes.io/not-ready:NoExecute"] },
        { "Ready", "Unknown", ["node.kubernetes.io/unreachable:NoSchedule", "node.kubernetes.io/unreachable:NoExecute"] },
        { "MemoryPressure", "True", ["node.kubernetes.io/memory-pressure:NoSchedule"] },
        { "DiskPressure", "True", ["node.kubernetes.io/disk-pressure:NoSchedule"] },
        { "PIDPressure", "True", ["node.kubernetes.io/pid-pressure:NoSchedule"] },
        { "NetworkUnavailable", "True", ["node.kubernetes.io/network-unavailable:NoSchedule"] },
        { "MemoryPressure", "False", [] },
    };

    [Theory]
    [MemberData(nameof(Conditions))]
    public void Node_Condition_LeadsToItsTaints(string type, string status, string[] expected)
    {
        var node = Make.Node("n");
        node = node with
        {
            Status = node.Status with { Conditions = [.. node.Status.Conditions!.Where(c => c.Type != type), new NodeCondition { Type = type, Status = status }] },
        };
        Assert.Equal(expected, Taints(NodeTaints.Complete(node, mayEvict: true, Make.Epoch)));
    }

    [Fact]
    public void Node_Ready_LosesOurTaintsAndKeepsOthers()
    {
        var node = Make.Node("n", taints: [Taint(TaintKeys.NotReady, "NoSchedule"), Taint(TaintKeys.Unreachable, "NoExecute"), Taint("mine", "NoSchedule")]);
        Assert.Equal(["mine:NoSchedule"], Taints(NodeTaints.Complete(node, mayEvict: true, Make.Epoch)));
    }

    [Fact]
    public void Node_Cordoned_IsTainted()
    {
        var node = Make.Node("n");
        Assert.Equal(["node.kubernetes.io/unschedulable:NoSchedule"], Taints(NodeTaints.Complete(node with { Spec = new NodeSpec { Unschedulable = true } }, true, Make.Epoch)));
    }

    [Fact]
    public void Node_WhileNoneIsReady_IsNotEvictedFrom()
    {
        var node = Make.Node("n");
        node = node with { Status = node.Status with { Conditions = [new NodeCondition { Type = "Ready", Status = "Unknown" }] } };
        Assert.Equal(["node.kubernetes.io/unreachable:NoSchedule"], Taints(NodeTaints.Complete(node, mayEvict: false, Make.Epoch)));
    }

    [Fact]
    public async Task Node_WithoutHeartbeat_IsUnknownAfterTheGracePeriod()
    {
        var node = Make.Node("n");
        await using var cluster = await Cluster.WithAsync(node);
        Assert.Equal(NodeHealth.Grace + TimeSpan.FromMilliseconds(1), cluster.Decide(_reconciler, node).RequeueAfter);

        cluster.Time.Advance(NodeHealth.Grace + TimeSpan.FromMilliseconds(1));
        var decision = cluster.Decide(_reconciler, node);
        Assert.Equal(["status n", "event NodeNotReady: Node n status is now: NodeNotReady"], decision.Texts());
        Assert.All(((Node)decision.Only<ReplaceStatus>().Next).Status.Conditions!, static c => Assert.Equal("Unknown", c.Status));
    }

    [Fact]
    public async Task Node_WhoseLeaseIsRenewed_IsHeard()
    {
        var node = Make.Node("n");
        await using var cluster = await Cluster.WithAsync(node, Lease(Make.Epoch.AddHours(-3)));
        cluster.Decide(_reconciler, node);
        cluster.Time.Advance(TimeSpan.FromSeconds(40));
        await cluster.PutAsync(Lease(Make.Epoch.AddHours(-2)));
        cluster.Decide(_reconciler, node);
        cluster.Time.Advance(TimeSpan.FromSeconds(40));

        // Its clock is hours behind; what counts is that the lease changed 40 s ago.
        Assert.DoesNotContain("status n", cluster.Decide(_reconciler, node).Texts());
    }

    [Fact]
    public async Task Node_Unknown_HasNoReadyPods()
    {
        var node = Make.Node("n");
        node = node with { Status = node.Status with { Conditions = [new NodeCondition { Type = "Ready", Status = "Unknown" }] } };
        await using var cluster = await Cluster.WithAsync(node, Make.Pod("a", node: "n", ready: true), Make.Pod("b", node: "n"), Make.Pod("c", node: "other", ready: true));
        Assert.Equal(["replace n", "status a", "event NodeNotReady: Node is not ready"], cluster.Decide(_reconciler, node).Texts());
    }

    private static Lease Lease(DateTimeOffset renewed) => new()
    {
        ApiVersion = "coordination.k8s.io/v1",
        Kind = "Lease",
        Metadata = new ObjectMeta { Name = "n", Namespace = "kube-node-lease" },
        Spec = new LeaseSpec { RenewTime = renewed },
    };

    private static Taint Taint(string key, string effect) => new() { Key = key, Effect = effect };

    private static string[] Taints(Node node) => [.. (node.Spec.Taints ?? []).Select(static t => $"{t.Key}:{t.Effect}")];
}
