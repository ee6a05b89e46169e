using ActorKube.Actors.Actions;
using ActorKube.Actors.Networking.Ingresses;
using ActorKube.Actors.Shared;
using ActorKube.Actors.Tests.Support;
using ActorKube.Api.Core;
using ActorKube.Api.Networking;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views.Watching;

namespace ActorKube.Actors.Tests.Networking;

public sealed class IngressStatusTests
{
    private static readonly IngressStatusReconciler Reconciler = new();

    [Theory(Timeout = 30_000)]
    [InlineData("actorkube", true)]
    [InlineData("theirs", false)]
    [InlineData("missing", false)]
    [InlineData(null, true)]
    public async Task Ingress_OfOurClass_IsToldTheAddressesOfReadyNodesWithOpenPorts(string? className, bool isOurs)
    {
        var ingress = Ingress(className);
        await using var cluster = await Cluster.WithAsync(
            ingress, Class("actorkube", IngressClassChoice.Controller, isDefault: true), Class("theirs", "example.com/theirs", isDefault: false), Reached("n1", "192.0.2.1"), Reached("n2", "192.0.2.2", ready: false), Reached("n3", "192.0.2.3"), Reached("n4", "192.0.2.4", open: false), Reached("n5", "192.0.2.5", open: null));

        var decision = cluster.Decide(Reconciler, ingress);

        Assert.Equal(isOurs ? ["status web"] : [], decision.Texts());
        if (isOurs)
        {
            Assert.Equal("192.0.2.1 192.0.2.3", Text(decision.Only<ReplaceStatus>()));
            await cluster.PerformAsync(decision);
            Assert.Empty(cluster.Decide(Reconciler, ingress).Actions);
        }
    }

    [Fact(Timeout = 30_000)]
    public async Task Nodes_ThatAllGo_TakeTheAddressesWithThem()
    {
        var ingress = Ingress("actorkube") with { Status = new IngressStatus { LoadBalancer = new IngressLoadBalancerStatus { Ingress = [new IngressLoadBalancerIngress { Ip = "192.0.2.1" }] } } };
        await using var cluster = await Cluster.WithAsync(ingress, Class("actorkube", IngressClassChoice.Controller, isDefault: false));

        Assert.Equal("", Text(cluster.Decide(Reconciler, ingress).Only<ReplaceStatus>()));
    }

    [Theory(Timeout = 30_000)]
    [InlineData(false, true, 1)]
    [InlineData(true, false, 1)]
    [InlineData(true, true, 0)]
    public async Task Node_ThatBecomesUnreadyOrClosesPorts_ConcernsIngressesAndHeartbeatsDont(bool ready, bool open, int woken)
    {
        await using var cluster = await Cluster.WithAsync(Ingress("actorkube"), Reached("n1", "192.0.2.1"));
        var key = new ObjectKey(Resources.Nodes, "", "n1");
        var before = cluster.View.Snapshot().Get(key)!;
        await cluster.PutAsync(Reached("n1", "192.0.2.1", ready, open));
        var wake = new List<ObjectKey>();

        new IngressWakeRule(Resources.Nodes).Wake(new ObjectEvent(ObjectEventType.Modified, cluster.View.Snapshot().Get(key)!, before), cluster.View.Snapshot(), wake);

        Assert.Equal(woken, wake.Count);
    }

    private static Ingress Ingress(string? className) => new()
    {
        ApiVersion = "networking.k8s.io/v1",
        Kind = "Ingress",
        Metadata = Make.Meta("web"),
        Spec = new IngressSpec { IngressClassName = className },
    };

    private static IngressClass Class(string name, string controller, bool isDefault) => new()
    {
        ApiVersion = "networking.k8s.io/v1",
        Kind = "IngressClass",
        Metadata = new() { Name = name, Annotations = new Dictionary<string, string> { [IngressClassChoice.DefaultMark] = isDefault ? "true" : "false" } },
        Spec = new IngressClassSpec { Controller = controller },
    };

    /// <param name="open">Whether its ports for Ingresses are; null for a node that has none.</param>
    private static Node Reached(string name, string ip, bool ready = true, bool? open = true)
    {
        var node = Services.Node(name, "z1");
        return node with
        {
            Status = node.Status with
            {
                Addresses = [new NodeAddress { Type = "InternalIP", Address = ip }],
                Conditions =
                [
                    node.Status.Conditions![0] with { Status = ready ? ConditionStatus.True : ConditionStatus.False },
                    .. open is { } isOpen ? [new NodeCondition { Type = IngressCondition.Type, Status = isOpen ? ConditionStatus.True : ConditionStatus.False }] : Array.Empty<NodeCondition>(),
                ],
            },
        };
    }

    private static string Text(ReplaceStatus status) => string.Join(' ', (((Ingress)status.Next).Status.LoadBalancer.Ingress ?? []).Select(static i => i.Ip));
}
