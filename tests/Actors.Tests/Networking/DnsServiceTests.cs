using ActorKube.Actors.Actions;
using ActorKube.Actors.Networking.Dns;
using ActorKube.Actors.Tests.Support;
using ActorKube.Api.Core;
using ActorKube.Api.Discovery;
using ActorKube.Api.Meta;

namespace ActorKube.Actors.Tests.Networking;

public sealed class DnsServiceTests
{
    private const int Limit = 30_000;
    private static readonly DnsService Reconciler = new("10.96.0.10");

    [Fact(Timeout = Limit)]
    public async Task Node_WithADns_MakesTheServiceAndItsSlice()
    {
        var node = Node("n1", "192.0.2.7:40053");
        await using var cluster = await Cluster.WithAsync(node);

        var made = cluster.Decide(Reconciler, node).Actions.Select(static a => Assert.IsType<CreateObject>(a).Object).ToList();

        var service = Assert.IsType<Service>(made[0]);
        Assert.Equal(("kube-system", "kube-dns", "10.96.0.10", "Local"), (service.Metadata.Namespace, service.Metadata.Name, service.Spec.ClusterIP, service.Spec.InternalTrafficPolicy));
        Assert.Equal([("dns", "UDP", 53), ("dns-tcp", "TCP", 53)], service.Spec.Ports!.Select(static p => (p.Name, p.Protocol, p.Port)));
        var slice = Assert.IsType<EndpointSlice>(made[1]);
        Assert.Equal(("kube-dns-n1", "n1", "192.0.2.7"), (slice.Metadata.Name, slice.Endpoints![0].NodeName, slice.Endpoints[0].Addresses![0]));
        Assert.Equal([("dns", "UDP", 40053), ("dns-tcp", "TCP", 40053)], slice.Ports!.Select(static p => (p.Name, p.Protocol, p.Port ?? 0)));
    }

    [Fact(Timeout = Limit)]
    public async Task Node_WhoseDnsHasMoved_MovesItsSlice()
    {
        var node = Node("n1", "192.0.2.7:40053");
        await using var cluster = await Cluster.WithAsync(node);
        foreach (var action in cluster.Decide(Reconciler, node).Actions)
        {
            await cluster.PutAsync(((CreateObject)action).Object);
        }

        Assert.Empty(cluster.Decide(Reconciler, node).Actions);
        await cluster.PutAsync(Node("n1", "192.0.2.7:40054"));
        var moved = Assert.IsType<ReplaceObject>(Assert.Single(cluster.Decide(Reconciler, node).Actions));
        Assert.Equal(40054, ((EndpointSlice)moved.Next).Ports![0].Port);
    }

    [Fact(Timeout = Limit)]
    public async Task Node_WhereSomebodyElseServesDns_LeavesItToThem()
    {
        var node = Node("n1", "192.0.2.7:40053");
        var theirs = new Service
        {
            ApiVersion = "v1",
            Kind = "Service",
            Metadata = new ObjectMeta { Namespace = "kube-system", Name = "kube-dns" },
            Spec = new ServiceSpec { ClusterIP = "10.96.0.10", Selector = new Dictionary<string, string> { ["k8s-app"] = "kube-dns" } },
        };
        await using var cluster = await Cluster.WithAsync(node, theirs);

        Assert.Empty(cluster.Decide(Reconciler, node).Actions);
    }

    [Theory(Timeout = Limit)]
    [InlineData(null)]
    [InlineData("nonsense")]
    public async Task Node_WithoutADns_DoesNothing(string? annotation)
    {
        var node = Node("n1", annotation);
        await using var cluster = await Cluster.WithAsync(node);

        Assert.Empty(cluster.Decide(Reconciler, node).Actions);
    }

    private static Node Node(string name, string? dns) => new()
    {
        ApiVersion = "v1",
        Kind = "Node",
        Metadata = new ObjectMeta { Name = name, Uid = "u-" + name, Annotations = dns is null ? null : new Dictionary<string, string> { [NodeDns.Annotation] = dns } },
    };
}
