using ActorKube.Actors.Networking.Selection;
using ActorKube.Actors.Tests.Support;
using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Engine.Actors.Waking;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Watching;
using static ActorKube.Actors.Tests.Support.Services;

namespace ActorKube.Actors.Tests.Networking;

public sealed class ServiceWakeTests
{
    [Theory(Timeout = 30_000)]
    [InlineData("none", "")]
    [InlineData("restarts", "")]
    [InlineData("unready", "services/ns/web")]
    [InlineData("terminating", "services/ns/web")]
    [InlineData("address", "services/ns/web")]
    [InlineData("ended", "services/ns/web")]
    [InlineData("relabelled", "services/ns/db services/ns/web")]
    public async Task Pod_ThatChanges_WakesTheServicesThatSeeIt(string change, string woken)
    {
        var pod = Pod("a", "10.0.0.1");
        await using var cluster = await Cluster.WithAsync(
            Service(), Service("db", static s => s with { Selector = Make.Labels("app=db") }), Service("all", static s => s with { Selector = null }),
            Service() with { Metadata = Make.Meta("web") with { Namespace = "other" } }, pod);
        var next = change switch
        {
            "restarts" => pod with { Status = pod.Status with { ContainerStatuses = [new ContainerStatus { Name = "c", RestartCount = 3, Image = "i", ImageID = "i" }] } },
            "unready" => Pod("a", "10.0.0.1", ready: false),
            "terminating" => Make.Deleting(pod),
            "address" => Pod("a", "10.0.0.2"),
            "ended" => Pod("a", "10.0.0.1", phase: PodPhases.Failed),
            "relabelled" => Pod("a", "10.0.0.1", labels: "app=db"),
            _ => pod,
        };

        Assert.Equal(woken, await WokenAsync(cluster, new ServicePodWakeRule(), pod, next));
    }

    [Theory(Timeout = 30_000)]
    [InlineData("heartbeat", "")]
    [InlineData("zone", "services/ns/lb services/ns/topology services/ns/web")]
    [InlineData("unready", "services/ns/lb services/ns/topology")]
    [InlineData("cpu", "services/ns/lb services/ns/topology")]
    public async Task Node_ThatChanges_WakesThoseWhoseEndpointsOrAddressesItTouches(string change, string woken)
    {
        var node = Node("n1", "a");
        var topology = Service("topology", static s => s with { Selector = null });
        topology = topology with { Metadata = topology.Metadata with { Annotations = new Dictionary<string, string> { ["service.kubernetes.io/topology-aware-hints"] = "auto" } } };
        await using var cluster = await Cluster.WithAsync(
            node, Service(), Service("db", static s => s with { Selector = Make.Labels("app=db") }), topology, Service("lb", static s => s with { Type = "LoadBalancer", Selector = null }), Pod("a", "10.0.0.1"));
        var next = change switch
        {
            "zone" => Node("n1", "b"),
            "unready" => node with { Status = node.Status with { Conditions = [node.Status.Conditions![0] with { Status = ConditionStatus.False }] } },
            "cpu" => Node("n1", "a", "8"),
            _ => node with { Status = node.Status with { Conditions = [node.Status.Conditions![0] with { LastHeartbeatTime = Make.Epoch.AddMinutes(1) }] } },
        };

        Assert.Equal(woken, await WokenAsync(cluster, new ServiceNodeWakeRule(), node, next));
    }

    private static async Task<string> WokenAsync(Cluster cluster, IWakeRule rule, IApiObject before, IApiObject after)
    {
        var key = Cluster.KeyOf(before);
        var previous = cluster.View.Snapshot().Get(key)!;
        await cluster.PutAsync(after);
        ViewSnapshot view = cluster.View.Snapshot();
        var wake = new List<ObjectKey>();
        rule.Wake(new ObjectEvent(ObjectEventType.Modified, view.Get(key)!, previous), view, wake);
        return string.Join(' ', wake.Distinct().Order());
    }
}
