using ActorKube.Actors.Actions;
using ActorKube.Actors.Networking;
using ActorKube.Actors.Networking.LoadBalancers;
using ActorKube.Actors.Tests.Support;
using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Engine.Claims;
using ActorKube.Engine.Objects;
using static ActorKube.Actors.Tests.Support.Services;

namespace ActorKube.Actors.Tests.Networking;

public sealed class LoadBalancerTests
{
    private static readonly LoadBalancerReconciler Nodes = new(new NodeBalancer(Cluster.Kinds.Stored("services")));

    [Fact(Timeout = 30_000)]
    public async Task Service_IsHeldBeforeItIsGivenAnAddress()
    {
        var service = Balanced(held: false);
        await using var cluster = await Cluster.WithAsync(service, Reached("n1", "192.0.2.1"));

        var held = cluster.Decide(Nodes, service);
        Assert.Equal(["event EnsuringLoadBalancer: Ensuring load balancer", "replace web"], held.Texts());
        await cluster.PerformAsync(held);

        var given = cluster.Decide(Nodes, service);
        Assert.Equal(["status web", "event EnsuredLoadBalancer: Ensured load balancer"], given.Texts());
        Assert.Equal("192.0.2.1 VIP 80/TCP", Text(given));
        await cluster.PerformAsync(given);
        Assert.Empty(cluster.Decide(Nodes, service).Actions);
    }

    [Theory(Timeout = 30_000)]
    [InlineData("type")]
    [InlineData("deletion")]
    public async Task Service_ThatWantsNoneAnyMore_IsLetGo(string why)
    {
        var service = why == "type" ? Service() with { Metadata = Balanced().Metadata } : Make.Deleting(Balanced(), ServiceClaimNames.LoadBalancerFinalizer);
        await using var cluster = await Cluster.WithAsync(service);

        var decision = cluster.Decide(Nodes, service);

        Assert.Equal(["event DeletingLoadBalancer: Deleting load balancer", "replace web", "event DeletedLoadBalancer: Deleted load balancer"], decision.Texts());
        Assert.Null(decision.Only<ReplaceObject>().Next.Metadata.Finalizers);
    }

    [Theory(Timeout = 30_000)]
    [InlineData("example.com/theirs", 0)]
    [InlineData("actorkube.io/load-balancer", 2)]
    public async Task Class_OfSomebodyElse_IsLeftAlone(string name, int actions)
    {
        var service = Balanced(s => s with { LoadBalancerClass = name }, held: false);
        await using var cluster = await Cluster.WithAsync(service, Reached("n1", "192.0.2.1"));

        Assert.Equal(actions, cluster.Decide(Nodes, service).Actions.Length);
    }

    public static TheoryData<string, string> NodeSets => new()
    {
        { "n1=192.0.2.1 n2=192.0.2.2", "192.0.2.1 192.0.2.2" },
        { "n1=192.0.2.1 n2=192.0.2.2,excluded", "192.0.2.1" },
        { "n1=192.0.2.1 n2=192.0.2.2,unready", "192.0.2.1" },
        { "n1=192.0.2.1 n2=192.0.2.2,deleting", "192.0.2.1" },
        { "n1=192.0.2.1 n2=192.0.2.2,external", "192.0.2.2" },
        { "n1=2001:db8::1 n2=192.0.2.2", "192.0.2.2" },
        { "n1=192.0.2.1,excluded", "UnAvailableLoadBalancer" },
    };

    [Theory(Timeout = 30_000)]
    [MemberData(nameof(NodeSets))]
    public async Task Nodes_GiveTheirAddresses(string nodes, string addresses)
    {
        var service = Balanced(change: null, ingress: [new LoadBalancerIngress { Ip = "192.0.2.99", IpMode = "VIP" }]);
        await using var cluster = await Cluster.WithAsync(service);
        foreach (var parts in nodes.Split(' ').Select(static n => n.Split('=', ',')))
        {
            await cluster.PutAsync(Reached(parts[0], parts[1], parts.ElementAtOrDefault(2)));
        }

        var decision = cluster.Decide(Nodes, service);

        var given = (decision.Only<ReplaceStatus>().Next as Service)!.Status.LoadBalancer.Ingress;
        Assert.Equal(addresses, given is null ? decision.Only<EmitEvent>().Reason : string.Join(' ', given.Select(static i => i.Ip)));
    }

    [Fact(Timeout = 30_000)]
    public async Task PolicyLocal_GivesNodesThatHaveReadyPods()
    {
        var service = Balanced(static s => s with { ExternalTrafficPolicy = "Local" });
        await using var cluster = await Cluster.WithAsync(service, Reached("n1", "192.0.2.1"), Reached("n2", "192.0.2.2"), Pod("a", "10.0.0.1", "n2"));
        await cluster.PerformAsync(cluster.Decide(new ActorKube.Actors.Networking.EndpointSlices.EndpointSliceReconciler(), service));

        Assert.Equal("192.0.2.2 VIP 80/TCP", Text(cluster.Decide(Nodes, service)));
    }

    [Theory(Timeout = 30_000)]
    [InlineData("", "198.51.100.1 VIP")]
    [InlineData("198.51.100.1", "198.51.100.2 VIP")]
    [InlineData("198.51.100.1 198.51.100.2 198.51.100.7", "the pool has no free IPv4 address")]
    public async Task Pool_GivesTheFirstAddressThatIsFree(string taken, string given) => Assert.Equal(given, await FromPoolAsync(taken, null, null));

    [Theory(Timeout = 30_000)]
    [InlineData("", "198.51.100.7", "198.51.100.7 VIP")]
    [InlineData("198.51.100.7", "198.51.100.7", "the address 198.51.100.7 is already allocated")]
    [InlineData("", "203.0.113.1", "the address 203.0.113.1 is not in the pool")]
    public async Task Pool_AskedForAnAddress_GivesItOrSaysWhyNot(string taken, string wanted, string given) => Assert.Equal(given, await FromPoolAsync(taken, wanted, null));

    [Theory(Timeout = 30_000)]
    [InlineData("198.51.100.2", "")]
    [InlineData("203.0.113.1", "198.51.100.1 VIP")]
    public async Task Pool_LeavesAServiceItsAddressAsLongAsItHasIt(string has, string given) => Assert.Equal(given, await FromPoolAsync("", null, has));

    [Fact(Timeout = 30_000)]
    public async Task Port_ThatAnotherServiceHasOnTheNodes_IsRefused()
    {
        await using var cluster = await Cluster.WithAsync(Reached("n1", "192.0.2.1"), Make.Namespace());
        await cluster.Commands.CreateAsync(Cluster.Kinds.Stored("services"), Unnumbered(Balanced(name: "first")), Cluster.Writes, TestContext.Current.CancellationToken);
        var first = cluster.Get<Service>(new ObjectKey("services", "ns", "first"));
        await cluster.Commands.UpdateAsync(
            new Engine.Commands.ObjectUpdate(Cluster.Kinds.Stored("services"), Cluster.KeyOf(first), _ => (IApiObject)((ReplaceStatus)cluster.Decide(Nodes, first).Actions[0]).Next) { Scope = Engine.Commands.UpdateScope.Status },
            Cluster.Writes, TestContext.Current.CancellationToken);
        await cluster.PutAsync(Balanced());

        Assert.Equal(["event SyncLoadBalancerFailed: Error syncing load balancer: failed to ensure load balancer: the port 80/TCP of the nodes is already allocated"], cluster.Decide(Nodes, Balanced()).Texts());
        var other = Balanced(static s => s with { Ports = [s.Ports![0] with { Port = 81 }] });
        await cluster.PutAsync(other);
        Assert.Equal("192.0.2.1 VIP 81/TCP", Text(cluster.Decide(Nodes, other)));
    }

    [Theory(Timeout = 30_000)]
    [InlineData("192.0.2.0/30", "192.0.2.1 192.0.2.2")]
    [InlineData("192.0.2.4/31", "192.0.2.4 192.0.2.5")]
    [InlineData("192.0.2.8/32, 192.0.2.250-192.0.2.252", "192.0.2.8 192.0.2.250 192.0.2.251 192.0.2.252")]
    [InlineData("2001:db8::fffe-2001:db8::1:0", "2001:db8::fffe 2001:db8::ffff 2001:db8::1:0")]
    [InlineData("192.0.2.9-192.0.2.8", "'192.0.2.9-192.0.2.8' is neither a network, nor a range of addresses, nor an address.")]
    [InlineData("192.0.2.9-2001:db8::1", "'192.0.2.9-2001:db8::1' is neither a network, nor a range of addresses, nor an address.")]
    [InlineData("x", "'x' is neither a network, nor a range of addresses, nor an address.")]
    [InlineData(" , ", "A pool of load balancers needs at least one address.")]
    public void Pool_IsReadAsItIsWritten(string text, string addresses)
    {
        string Read()
        {
            try
            {
                var pool = AddressPool.Parse(text);
                return string.Join(' ', pool.All("IPv4").Concat(pool.All("IPv6")).Where(pool.Contains));
            }
            catch (FormatException e)
            {
                return e.Message;
            }
        }

        Assert.Equal(addresses, Read());
    }

    private static async Task<string> FromPoolAsync(string taken, string? wanted, string? has)
    {
        var reconciler = new LoadBalancerReconciler(new PoolBalancer(AddressPool.Parse("198.51.100.1-198.51.100.2,198.51.100.7"), Cluster.Kinds.Stored("services")));
        var service = Balanced(s => s with { LoadBalancerIP = wanted }, ingress: has is null ? null : [new LoadBalancerIngress { Ip = has, IpMode = "VIP" }]);
        await using var cluster = await Cluster.WithAsync(service);
        foreach (var ip in taken.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var other = Balanced(name: "s-" + ip.Replace('.', '-'), ingress: [new LoadBalancerIngress { Ip = ip, IpMode = "VIP" }]);
            await cluster.PutAsync(other);
        }

        await ClaimCompletion.RunAsync(cluster.Store, Cluster.Kinds, cluster.Time, TestContext.Current.CancellationToken);
        var decision = cluster.Decide(reconciler, service);
        return decision.Actions.IsEmpty ? "" : decision.Actions[0] is EmitEvent refused ? refused.Message.Split(": ")[^1] : Text(decision);
    }

    private static string Text(Engine.Actors.Reconciling.Decision decision) =>
        string.Join(' ', ((Service)decision.Only<ReplaceStatus>().Next).Status.LoadBalancer.Ingress!.Select(static i => string.Join(' ', [i.Ip, i.IpMode, .. (i.Ports ?? []).Select(static p => $"{p.Port}/{p.Protocol}")])));

    private static Service Balanced(Func<ServiceSpec, ServiceSpec>? change = null, bool held = true, string name = "web", IReadOnlyList<LoadBalancerIngress>? ingress = null)
    {
        var service = Service(name, s => (change ?? (static s => s))(s with { Type = "LoadBalancer" }));
        return service with
        {
            Metadata = service.Metadata with { Finalizers = held ? [ServiceClaimNames.LoadBalancerFinalizer] : null },
            Status = new ServiceStatus { LoadBalancer = new LoadBalancerStatus { Ingress = ingress } },
        };
    }

    private static Service Unnumbered(Service service) => service with { Metadata = service.Metadata with { Uid = null, CreationTimestamp = null } };

    private static Node Reached(string name, string ip, string? but = null)
    {
        var node = Node(name, "z1");
        node = node with { Status = node.Status with { Addresses = [new NodeAddress { Type = but == "external" ? "ExternalIP" : "InternalIP", Address = ip }] } };
        return but switch
        {
            "excluded" => node with { Metadata = node.Metadata with { Labels = new Dictionary<string, string> { [NetworkingNames.ExcludedFromLoadBalancers] = "" } } },
            "unready" => node with { Status = node.Status with { Conditions = [node.Status.Conditions![0] with { Status = ConditionStatus.False }] } },
            "deleting" => Make.Deleting(node, "example.com/hold"),
            _ => node,
        };
    }
}
