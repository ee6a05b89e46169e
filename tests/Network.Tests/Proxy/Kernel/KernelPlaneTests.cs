using System.Net.Sockets;
using ActorKube.Api.Core;
using ActorKube.Api.Discovery;
using ActorKube.Network.Proxy.Nftables;
using ActorKube.Network.Proxy.Tables;
using ActorKube.Network.Tests.Policies.Support;
using ActorKube.Network.Tests.Proxy.Support;

namespace ActorKube.Network.Tests.Proxy.Kernel;

/// <summary>Real connections through real rules, each test with rules that begin empty.</summary>
[Collection(nameof(PodLabFixture))]
public sealed class KernelPlaneTests(PodLabFixture lab, BridgedPods bridged) : IClassFixture<BridgedPods>, IAsyncLifetime
{
    private const int Limit = 120_000;
    private const int Door = 30080;
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(2);
    private KernelPlane _plane = null!;
    private ServiceTable _table = null!;

    public async ValueTask InitializeAsync()
    {
        _plane = lab.OpenPlane();
        _table = ServiceTable.Empty(lab.Facts);
        await _plane.RebuildAsync(_table, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _plane.Remove();
        await _plane.DisposeAsync();
    }

    [Fact(Timeout = Limit)]
    public async Task ClusterIp_ManyConnections_ReachEveryBackend()
    {
        await ServeAsync(Make.Service(), 0, 1, 2);

        foreach (var from in new[] { lab.Node, lab.Lab.Pods[0], lab.Outside })
        {
            var reached = await AskAsync(from, Make.ClusterIp, 80, 60);

            // The chance that 60 connections miss one of three is one in ten thousand million.
            Assert.Equal([0, 1, 2], reached.Select(static a => a.Pod).Distinct().Order());
        }
    }

    [Fact(Timeout = Limit)]
    public async Task ClusterIp_FromPod_KeepsTheClientsAddress()
    {
        await ServeAsync(Make.Service(), 1, 2);

        Assert.All(await AskAsync(lab.Lab.Pods[0], Make.ClusterIp, 80, 5), static a => Assert.Equal(PodLabFixture.Pod(0), a.SeenAs));
    }

    [Fact(Timeout = Limit)]
    public async Task ClusterIp_OfTheClientItself_IsReached()
    {
        await ServeAsync(Make.Service(), 0);

        Assert.All(await AskAsync(lab.Lab.Pods[0], Make.ClusterIp, 80, 5), static a => Assert.NotEqual(PodLabFixture.Pod(0), a.SeenAs));
    }

    [Fact(Timeout = Limit)]
    public async Task ClusterIp_OfTheClientItselfOnABridge_IsReached()
    {
        await lab.Lab.Node.RunAsync("sysctl", "-qw", "net.bridge.bridge-nf-call-iptables=1");
        await ServeAsync(Make.Service(), Make.Endpoint(BridgedPods.FirstAddress));

        Assert.All(await AskAsync(bridged.First, Make.ClusterIp, 80, 5), static a => Assert.NotEqual(BridgedPods.FirstAddress, a.SeenAs));
        Assert.All(await AskAsync(bridged.Second, Make.ClusterIp, 80, 5), static a => Assert.Equal(PodLabFixture.PodCount, a.Pod));
    }

    [Fact(Timeout = Limit)]
    public async Task ClusterIp_WithoutEndpoints_IsRefusedAtOnce()
    {
        await ServeNothingAsync(Make.Service());

        await AssertRefusedAsync(lab.Node, Make.ClusterIp, 80);
        await AssertRefusedAsync(lab.Lab.Pods[0], Make.ClusterIp, 80);
    }

    [Fact(Timeout = Limit)]
    public async Task ClusterIp_OtherPort_IsRefused()
    {
        await ServeAsync(Make.Service(), 0);

        await AssertRefusedAsync(lab.Lab.Pods[1], Make.ClusterIp, 81);
    }

    [Fact(Timeout = Limit)]
    public async Task NodePort_PolicyCluster_IsReachedWithTheNodesAddress()
    {
        await ServeAsync(Make.Service(static s => s.NodePort(Door)), 0, 1, 2);

        Assert.Equal([0, 1, 2], (await AskAsync(lab.Outside, lab.NodeAddress, Door, 60)).Select(static a => a.Pod).Distinct().Order());
        Assert.All(await AskAsync(lab.Outside, lab.NodeAddress, Door, 5), static a => Assert.StartsWith("10.244.0.1", a.SeenAs + ".", StringComparison.Ordinal));
    }

    [Fact(Timeout = Limit)]
    public async Task NodePort_PolicyLocal_ReachesLocalPodsWithTheClientsAddress()
    {
        await ServeAsync(Make.Service(static s => s.NodePort(Door) with { ExternalTrafficPolicy = "Local" }), Here(0), There(1));

        Assert.All(await AskAsync(lab.Outside, lab.NodeAddress, Door, 20), a => Assert.Equal(new Answer(0, lab.Lab.Outside.Address.ToString()), a));

        // The node itself, and its pods, may use all.
        Assert.Equal([0, 1], (await AskAsync(lab.Node, lab.NodeAddress, Door, 60)).Select(static a => a.Pod).Distinct().Order());
        Assert.Equal([0, 1], (await AskAsync(lab.Lab.Pods[2], lab.NodeAddress, Door, 60)).Select(static a => a.Pod).Distinct().Order());
    }

    [Fact(Timeout = Limit)]
    public async Task NodePort_PolicyLocalWithoutLocalPods_DropsWhatComesFromOutside()
    {
        await ServeAsync(Make.Service(static s => s.NodePort(Door) with { ExternalTrafficPolicy = "Local" }), There(1));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => PodClient.ConnectAsync(lab.Outside, lab.NodeAddress, Door, Moment));
        Assert.Equal(1, (await PodClient.AskAsync(lab.Node, lab.NodeAddress, Door)).Pod);
    }

    [Fact(Timeout = Limit)]
    public async Task InternalPolicyLocal_WithoutLocalPods_IsDropped()
    {
        await ServeAsync(Make.Service(static s => s with { InternalTrafficPolicy = "Local" }), There(1));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => PodClient.ConnectAsync(lab.Lab.Pods[0], Make.ClusterIp, 80, Moment));
    }

    [Fact(Timeout = Limit)]
    public async Task LoadBalancer_SourceRanges_LetInNobodyElse()
    {
        var service = Make.Service(s => s.NodePort(Door) with { Type = ServiceTypes.LoadBalancer, LoadBalancerSourceRanges = [$"{lab.NodeAddress}/32", "203.0.113.0/24"] });
        service = service with { Status = new ServiceStatus { LoadBalancer = new LoadBalancerStatus { Ingress = [new LoadBalancerIngress { Ip = "198.51.100.7" }] } } };
        await ServeAsync(service, 0);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => PodClient.ConnectAsync(lab.Outside, "198.51.100.7", 80, Moment));
        Assert.Equal(0, (await PodClient.AskAsync(lab.Node, "198.51.100.7", 80)).Pod);

        await ServeAsync(service with { Spec = service.Spec with { LoadBalancerSourceRanges = [$"{lab.Lab.Outside.Address}/32"] } }, 0);
        Assert.Equal(0, (await PodClient.AskAsync(lab.Outside, "198.51.100.7", 80)).Pod);
    }

    [Fact(Timeout = Limit)]
    public async Task Affinity_OtherBackendsComeAndGo_KeepsItsBackend()
    {
        var service = Make.Service(static s => s with { SessionAffinity = "ClientIP" });
        await ServeAsync(service, 0, 1, 2);
        var kept = (await PodClient.AskAsync(lab.Node, Make.ClusterIp, 80)).Pod;
        int[] others = [.. Enumerable.Range(0, PodLabFixture.PodCount).Where(p => p != kept)];

        Assert.All(await AskAsync(lab.Node, Make.ClusterIp, 80, 10), a => Assert.Equal(kept, a.Pod));
        await ServeAsync(service, kept, others[0]);
        Assert.All(await AskAsync(lab.Node, Make.ClusterIp, 80, 10), a => Assert.Equal(kept, a.Pod));
        await ServeAsync(service, kept, others[0], others[1]);
        Assert.All(await AskAsync(lab.Node, Make.ClusterIp, 80, 10), a => Assert.Equal(kept, a.Pod));

        await ServeAsync(service, others[0], others[1]);
        var next = (await PodClient.AskAsync(lab.Node, Make.ClusterIp, 80)).Pod;
        Assert.NotEqual(kept, next);
        Assert.All(await AskAsync(lab.Node, Make.ClusterIp, 80, 10), a => Assert.Equal(next, a.Pod));
    }

    [Fact(Timeout = Limit)]
    public async Task Affinity_PolicyLocal_HoldsForBothSides()
    {
        await ServeAsync(Make.Service(static s => s.NodePort(Door) with { SessionAffinity = "ClientIP", ExternalTrafficPolicy = "Local" }), Here(0), Here(1), There(2));

        Assert.Single((await AskAsync(lab.Outside, lab.NodeAddress, Door, 10)).Select(static a => a.Pod).Distinct());
        Assert.Single((await AskAsync(lab.Node, lab.NodeAddress, Door, 10)).Select(static a => a.Pod).Distinct());
    }

    [Fact(Timeout = Limit)]
    public async Task Change_OpenConnections_GoOn()
    {
        await ServeAsync(Make.Service(), 0);
        using var open = await PodClient.ConnectAsync(lab.Node, Make.ClusterIp, 80);

        await ServeAsync(Make.Service(), 1);
        Assert.All(await AskAsync(lab.Node, Make.ClusterIp, 80, 10), static a => Assert.Equal(1, a.Pod));
        await open.EchoAsync("after the change");
        await ServeNothingAsync(Make.Service());
        await open.EchoAsync("after the last endpoint");
    }

    [Fact(Timeout = Limit)]
    public async Task Changes_OneAfterTheOther_LoseNoConnection()
    {
        await ServeAsync(Make.Service(), 0, 1);
        using var done = new CancellationTokenSource();
        var connections = 0;
        var asking = Task.Run(
            async () =>
            {
                for (; !done.IsCancellationRequested; Interlocked.Increment(ref connections))
                {
                    await PodClient.AskAsync(lab.Node, Make.ClusterIp, 80);
                }
            },
            TestContext.Current.CancellationToken);

        // A change takes less than a connection: as many as it takes for both to meet.
        for (var i = 0; (i < 100 || Volatile.Read(ref connections) < 20) && !asking.IsCompleted; i++)
        {
            await ServeAsync(Make.Service(), [.. Enumerable.Range(0, PodLabFixture.PodCount).Where(p => p != i % PodLabFixture.PodCount)]);
        }

        await done.CancelAsync();
        await asking;
        Assert.InRange(connections, 20, int.MaxValue);
    }

    [Fact(Timeout = Limit)]
    public async Task Rebuild_AfterTheProcessWasKilled_KeepsConnections()
    {
        await ServeAsync(Make.Service(), 0, 1, 2);
        using var open = await PodClient.ConnectAsync(lab.Node, Make.ClusterIp, 80);

        // A process that is killed cleans up nothing; the next one knows nothing.
        var successor = lab.OpenPlane();
        await open.EchoAsync("while there is nobody");
        Assert.Equal(3, (await AskAsync(lab.Node, Make.ClusterIp, 80, 60)).Select(static a => a.Pod).Distinct().Count());
        await successor.RebuildAsync(_table, TestContext.Current.CancellationToken);
        await open.EchoAsync("after the rules were made anew");
        await successor.DisposeAsync();
    }

    [Fact(Timeout = Limit)]
    public async Task Udp_BackendRemoved_NextDatagramReachesAnother()
    {
        var service = Make.Service(protocol: "UDP");
        await ServeUdpAsync(service, 0);
        using var client = new DatagramClient(lab.Node, Make.ClusterIp, 80);
        Assert.Equal(0, (await client.AskAsync()).Pod);

        await ServeUdpAsync(service, 1);
        Assert.Equal(1, (await client.AskAsync()).Pod);
    }

    [Fact(Timeout = Limit)]
    public async Task IsIntact_SomebodyElseChangedTheTable_SaysSo()
    {
        await ServeAsync(Make.Service(static s => s.NodePort(Door) with { SessionAffinity = "ClientIP" }), 0, 1);
        await PodClient.AskAsync(lab.Node, Make.ClusterIp, 80);
        using var other = lab.OpenNftables();
        other.Run("add table ip another");
        Assert.True(await IsIntactAsync());

        foreach (var harm in new[] { $"delete element ip actorkube-test services {{ {Make.ClusterIp} . tcp . 80 }}", "flush chain ip actorkube-test prerouting", "delete table ip actorkube-test" })
        {
            other.Run(harm);
            Assert.False(await IsIntactAsync());
            await _plane.RebuildAsync(_table, TestContext.Current.CancellationToken);
            Assert.True(await IsIntactAsync());
            await PodClient.AskAsync(lab.Node, Make.ClusterIp, 80);
        }

        other.Run("delete table ip another");
    }

    [Fact(Timeout = Limit)]
    public async Task Changes_OfManyKinds_LeaveExactlyWhatARebuildMakes()
    {
        var random = new Random(5);
        for (var i = 0; i < 150; i++)
        {
            var name = $"service-{random.Next(8)}";
            var ip = $"10.96.1.{name[^1]}";
            var routes = random.Next(6) == 0 ? null : RandomRoutes(random, name, ip);
            var next = _table.With([KeyValuePair.Create(new ServiceName("default", name), routes)]);
            await _plane.ChangeAsync(_table, next, TestContext.Current.CancellationToken);
            _table = next;
        }

        // Somebody else's transaction has it look.
        using var other = lab.OpenNftables();
        other.Run("add table ip another\ndelete table ip another");
        Assert.True(await IsIntactAsync());
        Assert.NotEmpty(_table.Services);
    }

    private static Endpoint Here(int pod) => Make.Endpoint(PodLabFixture.Pod(pod));

    private static Endpoint There(int pod) => Make.Endpoint(PodLabFixture.Pod(pod), node: "elsewhere");

    private static async Task<List<Answer>> AskAsync(string from, string address, int port, int times)
    {
        var answers = new List<Answer>();
        for (var i = 0; i < times; i++)
        {
            answers.Add(await PodClient.AskAsync(from, address, port));
        }

        return answers;
    }

    private static async Task AssertRefusedAsync(string from, string address, int port)
    {
        var refused = await Assert.ThrowsAsync<SocketException>(() => PodClient.ConnectAsync(from, address, port));
        Assert.Equal(SocketError.ConnectionRefused, refused.SocketErrorCode);
    }

    private ServiceRoutes RandomRoutes(Random random, string name, string ip)
    {
        var endpoints = Enumerable.Range(1, random.Next(9)).Select(e => Make.Endpoint($"10.244.1.{e + random.Next(6)}", random.Next(5) > 0, serving: true, random.Next(6) == 0, random.Next(2) == 0 ? "node" : "elsewhere"));
        var service = Make.Service(
            s => (random.Next(2) == 0 ? s : s.NodePort(31000 + name[^1])) with
            {
                SessionAffinity = random.Next(3) == 0 ? "ClientIP" : "None",
                ExternalTrafficPolicy = random.Next(2) == 0 ? "Local" : "Cluster",
                InternalTrafficPolicy = random.Next(3) == 0 ? "Local" : "Cluster",
            },
            name,
            ip);
        return ServiceResolver.Resolve(service, [Make.Slice([.. endpoints.DistinctBy(static e => e.Addresses![0])])], _table.Node, _table.Find(new ServiceName("default", name)))!;
    }

    private Task ServeNothingAsync(Service service) => UseAsync(service, Make.Slice());

    private Task ServeAsync(Service service, params int[] pods) => ServeAsync(service, [.. pods.Select(Here)]);

    private Task ServeAsync(Service service, params Endpoint[] endpoints) => UseAsync(service, Make.Slice(endpoints));

    private Task ServeUdpAsync(Service service, params int[] pods) => UseAsync(service, Make.SliceOf("UDP", [.. pods.Select(Here)]));

    private async Task UseAsync(Service service, EndpointSlice slice)
    {
        var name = new ServiceName("default", service.Metadata.Name!);
        var next = _table.With([KeyValuePair.Create(name, ServiceResolver.Resolve(service, [slice], _table.Node, _table.Find(name)))]);
        await _plane.ChangeAsync(_table, next, TestContext.Current.CancellationToken);
        _table = next;
    }

    private async Task<bool> IsIntactAsync() => await _plane.IsIntactAsync(_table, TestContext.Current.CancellationToken);
}
