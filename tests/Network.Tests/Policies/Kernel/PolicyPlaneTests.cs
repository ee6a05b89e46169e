using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ActorKube.Network.Policies.Nftables;
using ActorKube.Network.Policies.Tables;
using ActorKube.Network.Tests.Policies.Support;
using ActorKube.Network.Tests.Proxy.Support;
using ActorKube.Tests.Lab;
using Microsoft.Extensions.Logging.Abstractions;

namespace ActorKube.Network.Tests.Policies.Kernel;

/// <summary>Real connections through real rules, between pods that the node routes to (<c>x/0</c>, <c>x/1</c>, <c>x/2</c>), pods on one bridge (<c>y/3</c>, <c>y/4</c>), the node and a machine outside.</summary>
[Collection(nameof(PodLabFixture))]
public sealed class PolicyPlaneTests(PodLabFixture lab, BridgedPods bridged) : IClassFixture<BridgedPods>, IAsyncLifetime
{
    private const int Limit = 180_000;
    private const string Table = "actorkube-policy-test";

    /// <summary>Who is let in answers within a millisecond.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(400);
    private PolicyWorld _world = null!;
    private PolicyPlane _plane = null!;
    private FilterTable _done = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await PolicyWorld.CreateAsync();
        for (var i = 0; i < PodLabFixture.PodCount; i++)
        {
            await _world.PodAsync(string.Create(CultureInfo.InvariantCulture, $"x/{i}"), PodLabFixture.Pod(i), string.Create(CultureInfo.InvariantCulture, $"pod={i}"), ports: "web=8080,other=80");
        }

        await _world.PodAsync("y/3", BridgedPods.FirstAddress, "pod=3", ports: "web=8080");
        await _world.PodAsync("y/4", BridgedPods.SecondAddress, "pod=4", ports: "web=8080");
        _plane = OpenPlane();
        _done = _world.Update();
        _plane.Rebuild(_done);
    }

    public async ValueTask DisposeAsync()
    {
        _plane.Remove();
        _plane.Dispose();
        await _world.DisposeAsync();
    }

    [Fact(Timeout = Limit)]
    public async Task DefaultDeny_OnABridgeAndRouted_LetsInTheNodeOnly()
    {
        await ApplyAsync("y/deny", """{"podSelector":{"matchLabels":{"pod":"3"}}}""");
        await ApplyAsync("x/deny", """{"podSelector":{"matchLabels":{"pod":"0"}}}""");

        foreach (var target in new[] { BridgedPods.FirstAddress, PodLabFixture.Pod(0) })
        {
            await AssertDroppedAsync(bridged.Second, target);
            await AssertDroppedAsync(lab.Lab.Pods[1], target);
            await AssertDroppedAsync(lab.Outside, target, via: true);
            await PodClient.AskAsync(lab.Node, target, 8080);
        }

        // Others are as open as before.
        await PodClient.AskAsync(bridged.First, BridgedPods.SecondAddress, 8080);
        await PodClient.AskAsync(lab.Lab.Pods[0], PodLabFixture.Pod(1), 8080);
    }

    [Fact(Timeout = Limit)]
    public async Task Peers_OnABridgeAndRouted_AreLetIn()
    {
        await ApplyAsync("y/p", """{"podSelector":{"matchLabels":{"pod":"3"}},"ingress":[{"from":[{"podSelector":{"matchLabels":{"pod":"4"}}},{"namespaceSelector":{"matchLabels":{"ns":"x"}},"podSelector":{"matchLabels":{"pod":"1"}}}],"ports":[{"port":"web"}]}]}""");

        Assert.Equal(3, (await PodClient.AskAsync(bridged.Second, BridgedPods.FirstAddress, 8080)).Pod);
        Assert.Equal(3, (await PodClient.AskAsync(lab.Lab.Pods[1], BridgedPods.FirstAddress, 8080)).Pod);
        await AssertDroppedAsync(lab.Lab.Pods[2], BridgedPods.FirstAddress);
        await AssertDroppedAsync(bridged.Second, BridgedPods.FirstAddress, port: 80);

        await _world.PodAsync("y/4", BridgedPods.SecondAddress, "pod=none");
        Apply();
        await AssertDroppedAsync(bridged.Second, BridgedPods.FirstAddress);
    }

    [Fact(Timeout = Limit)]
    public async Task Connections_ThatThereAre_GoOnUnderAPolicyAndARebuild()
    {
        using var open = await PodClient.ConnectAsync(bridged.Second, BridgedPods.FirstAddress, 8080);
        using var routed = await PodClient.ConnectAsync(lab.Lab.Pods[1], PodLabFixture.Pod(0), 8080);

        await ApplyAsync("y/deny", """{"podSelector":{},"policyTypes":["Ingress","Egress"]}""");
        await ApplyAsync("x/deny", """{"podSelector":{},"policyTypes":["Ingress","Egress"]}""");
        await open.EchoAsync("under a policy");
        await routed.EchoAsync("under a policy");
        await AssertDroppedAsync(bridged.Second, BridgedPods.FirstAddress);

        // As after a process that was killed: another one begins with everything anew.
        using var next = OpenPlane();
        next.Rebuild(_world.Model.Table);
        await open.EchoAsync("after a rebuild");
        await routed.EchoAsync("after a rebuild");
        await AssertDroppedAsync(lab.Lab.Pods[1], PodLabFixture.Pod(0));
    }

    [Fact(Timeout = Limit)]
    public async Task Udp_IsFilteredByItsOwnPorts()
    {
        await ApplyAsync("y/p", """{"podSelector":{"matchLabels":{"pod":"3"}},"ingress":[{"from":[{"podSelector":{}}],"ports":[{"protocol":"UDP","port":8000,"endPort":8100}]}]}""");

        using var near = new DatagramClient(bridged.Second, BridgedPods.FirstAddress, 8080);
        Assert.Equal(3, (await near.AskAsync()).Pod);
        await AssertDroppedAsync(bridged.Second, BridgedPods.FirstAddress);

        using var far = new DatagramClient(lab.Lab.Pods[0], BridgedPods.FirstAddress, 8080);
        await Assert.ThrowsAsync<TimeoutException>(() => far.AskAsync().WaitAsync(Moment, TestContext.Current.CancellationToken));
    }

    [Fact(Timeout = Limit)]
    public async Task Egress_ToPodsNodeAndOutside_IsFiltered()
    {
        using var nodeServer = Listen(lab.Node, 8080);
        using var nameServer = Listen(lab.Node, 53);
        using var outsideServer = Listen(lab.Outside, 8080);
        var outside = lab.Lab.Outside.Address.ToString();
        await lab.Lab.Outside.RunAsync("ip", "route", "replace", PodLab.PodNetwork, "via", lab.NodeAddress);
        await ApplyAsync("x/p", """{"podSelector":{"matchLabels":{"pod":"0"}},"policyTypes":["Egress"],"egress":[{"to":[{"podSelector":{"matchLabels":{"pod":"1"}}}],"ports":[{"port":"web"}]}]}""");

        await PodClient.AskAsync(lab.Lab.Pods[0], PodLabFixture.Pod(1), 8080);
        await AssertDroppedAsync(lab.Lab.Pods[0], PodLabFixture.Pod(2));
        await AssertDroppedAsync(lab.Lab.Pods[0], outside);
        await AssertDroppedAsync(lab.Lab.Pods[0], lab.NodeAddress);
        await ConnectAsync(lab.Lab.Pods[0], lab.NodeAddress, 53);
        await ConnectAsync(lab.Lab.Pods[1], lab.NodeAddress, 8080);
        await ConnectAsync(lab.Lab.Pods[1], outside, 8080);

        // The node and others still reach the pod, and are answered.
        await PodClient.AskAsync(lab.Node, PodLabFixture.Pod(0), 8080);
        await PodClient.AskAsync(lab.Lab.Pods[2], PodLabFixture.Pod(0), 8080);
    }

    [Fact(Timeout = Limit)]
    public async Task Blocks_WithExceptions_DecideByTheAddressOfTheSource()
    {
        var outside = lab.Lab.Outside.Address.ToString();
        await lab.Lab.Outside.RunAsync("ip", "route", "replace", PodLab.PodNetwork, "via", lab.NodeAddress);
        await ApplyAsync("x/p", $$$"""{"podSelector":{"matchLabels":{"pod":"0"}},"ingress":[{"from":[{"ipBlock":{"cidr":"0.0.0.0/0","except":["{{{outside}}}/32","10.245.0.0/24"]}}]}]}""");

        await AssertDroppedAsync(lab.Outside, PodLabFixture.Pod(0));
        await AssertDroppedAsync(bridged.First, PodLabFixture.Pod(0));
        await PodClient.AskAsync(lab.Lab.Pods[1], PodLabFixture.Pod(0), 8080);

        await ApplyAsync("x/p", $$$"""{"podSelector":{"matchLabels":{"pod":"0"}},"ingress":[{"from":[{"ipBlock":{"cidr":"{{{outside}}}/32"}}],"ports":[{"port":8080},{"port":9000,"endPort":9001}]}]}""");
        await PodClient.AskAsync(lab.Outside, PodLabFixture.Pod(0), 8080);
        await AssertDroppedAsync(lab.Lab.Pods[1], PodLabFixture.Pod(0));
    }

    [Fact(Timeout = Limit)]
    public async Task Services_AreTranslatedBeforePoliciesAreAsked()
    {
        await using var proxy = lab.OpenPlane();
        var services = Make.Table(lab.Facts, Make.Routes(Make.Service(), lab.Facts, Make.Slice(Make.Endpoint(PodLabFixture.Pod(0)))));
        await proxy.RebuildAsync(services, TestContext.Current.CancellationToken);
        try
        {
            await ApplyAsync("x/p", """{"podSelector":{},"policyTypes":["Ingress","Egress"],"ingress":[{"from":[{"podSelector":{"matchLabels":{"pod":"1"}}}]}],"egress":[{"to":[{"podSelector":{"matchLabels":{"pod":"0"}}}],"ports":[{"port":"web"}]}]}""");

            Assert.Equal(new Answer(0, PodLabFixture.Pod(1)), await PodClient.AskAsync(lab.Lab.Pods[1], Make.ClusterIp, 80));
            await AssertDroppedAsync(lab.Lab.Pods[2], Make.ClusterIp, 80);

            // A pod that reaches itself: nothing allows it, and nothing may forbid it.
            Assert.Equal(0, (await PodClient.AskAsync(lab.Lab.Pods[0], Make.ClusterIp, 80)).Pod);
        }
        finally
        {
            proxy.Remove();
        }
    }

    [Fact(Timeout = Limit)]
    public async Task Tampering_IsNoticedAndMended()
    {
        await ApplyAsync("y/deny", """{"podSelector":{"matchLabels":{"pod":"3"}},"ingress":[{"from":[{"ipBlock":{"cidr":"0.0.0.0/0","except":["10.0.0.0/8"]}},{"podSelector":{}}],"ports":[{"port":1},{"port":7,"endPort":9}]}]}""");
        using var other = lab.OpenNftables();
        Assert.True(_plane.IsIntact(_done));

        other.Run("add table ip another\ndelete table ip another");
        Assert.True(_plane.IsIntact(_done));

        foreach (var damage in new[] { $"flush chain ip {Table} enter", $"delete element ip {Table} ingress {{ {BridgedPods.FirstAddress} }}", $"delete table ip {Table}" })
        {
            other.Run(damage);
            Assert.False(_plane.IsIntact(_done), damage);
            _plane.Rebuild(_done);
            Assert.True(_plane.IsIntact(_done));
            await AssertDroppedAsync(bridged.Second, BridgedPods.FirstAddress);
        }
    }

    [Fact(Timeout = Limit)]
    public async Task Changes_OfManyKinds_LeaveExactlyWhatARebuildMakes()
    {
        var random = new Random(11);
        for (var i = 0; i < 150; i++)
        {
            var space = "xy"[random.Next(2)];
            if (random.Next(3) == 0)
            {
                await _world.PolicyAsync(string.Create(CultureInfo.InvariantCulture, $"{space}/p{random.Next(6)}"), RandomSpec(random));
            }
            else
            {
                await _world.PodAsync(
                    string.Create(CultureInfo.InvariantCulture, $"{space}/r{random.Next(12)}"), string.Create(CultureInfo.InvariantCulture, $"10.246.0.{random.Next(1, 9)}"),
                    string.Create(CultureInfo.InvariantCulture, $"pod={random.Next(5)}"), random.Next(2) == 0 ? PolicyWorld.Node : "elsewhere", random.Next(2) == 0 ? "web=80" : "web=81");
            }

            Apply();
        }

        // Somebody else's transaction has it look.
        using var other = lab.OpenNftables();
        other.Run("add table ip another\ndelete table ip another");
        Assert.True(_plane.IsIntact(_done));
        Assert.True(_done.Chains.Count > 10 && _done.Sets.Count > 8, TableText.Of(_done));
    }

    [Fact(Timeout = Limit)]
    public async Task ThousandPolicies_AndFiveThousandPods_AreProgrammedInSeconds()
    {
        await FillAsync(policies: 1000, pods: 5000, local: 250);
        var watch = Stopwatch.StartNew();
        var table = _world.UpdateOnly();
        var model = watch.Elapsed;
        watch.Restart();
        _plane.Rebuild(table);
        var kernel = watch.Elapsed;
        _done = table;

        var changes = new List<double>();
        for (var i = 0; i < 100; i++)
        {
            await _world.PolicyAsync(string.Create(CultureInfo.InvariantCulture, $"x/many-{i}"), Many(i, port: 9000 + i));
            watch.Restart();
            Apply(check: false);
            changes.Add(watch.Elapsed.TotalMilliseconds);
        }

        using var other = lab.OpenNftables();
        other.Run("add table ip another\ndelete table ip another");
        Assert.True(_plane.IsIntact(_done));
        changes.Sort();
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"model {model.TotalMilliseconds:F0} ms, kernel {kernel.TotalMilliseconds:F0} ms; a change: p50 {changes[50]:F1} ms, p99 {changes[98]:F1} ms; {table.Sets.Count} sets, {table.Chains.Count} chains, {table.Elements.Count()} elements"));
        Assert.Equal(1000, _world.Model.Used.Count);
        Assert.InRange(kernel, TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }

    private static string Many(int number, int port) => string.Create(
        CultureInfo.InvariantCulture,
        $$$"""{"podSelector":{"matchLabels":{"app":"a{{{number % 250}}}"}},"policyTypes":["Ingress","Egress"],"ingress":[{"from":[{"podSelector":{"matchLabels":{"app":"a{{{number}}}"}} },{"namespaceSelector":{"matchLabels":{"ns":"y"}},"podSelector":{"matchLabels":{"tier":"t{{{number % 20}}}"}} }],"ports":[{"port":{{{port}}}}]}],"egress":[{"to":[{"podSelector":{"matchLabels":{"app":"a{{{number + 1}}}"}} }],"ports":[{"port":443}]}]}""");

    private static string RandomSpec(Random random)
    {
        var selector = $$$"""{"matchLabels":{"pod":"{{{random.Next(5)}}}"}}""";
        var peers = random.Next(4) switch
        {
            0 => "[]",
            1 => $$$"""[{"podSelector":{{{selector}}}},{"namespaceSelector":{}}]""",
            2 => $$$"""[{"ipBlock":{"cidr":"10.0.0.0/{{{random.Next(8, 24)}}}","except":["10.0.0.{{{random.Next(256)}}}/32"]}},{"podSelector":{}}]""",
            _ => $$$"""[{"ipBlock":{"cidr":"0.0.0.0/0"}}]""",
        };
        var ports = random.Next(4) switch
        {
            0 => "[]",
            1 => """[{"port":"web"},{"protocol":"UDP"}]""",
            2 => $$$"""[{"port":{{{random.Next(1, 99)}}}},{"port":{{{random.Next(100, 110)}}},"endPort":120},{"port":200,"protocol":"SCTP"}]""",
            _ => """[{"port":65535}]""",
        };
        return $$$"""{"podSelector":{{{(random.Next(3) == 0 ? "{}" : selector)}}},"policyTypes":["Ingress","Egress"],"ingress":[{"from":{{{peers}}},"ports":{{{ports}}}}],"egress":[{"to":{{{peers}}},"ports":{{{ports}}}}]}""";
    }

    private static async Task ConnectAsync(string from, string address, int port)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        using var socket = InNamespace.Run(from, static () => new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp));
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Parse(address), port), limit.Token);
    }

    private static Socket Listen(string where, int port)
    {
        var server = InNamespace.Run(where, static () => new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp));
        server.Bind(new IPEndPoint(IPAddress.Any, port));
        server.Listen(16);
        return server;
    }

    private PolicyPlane OpenPlane() => InNamespace.Run(lab.Node, static () => PolicyPlane.Open(Table, NullLogger.Instance));

    private async Task FillAsync(int policies, int pods, int local)
    {
        for (var i = 0; i < pods; i++)
        {
            var isLocal = i < local;
            await _world.PodAsync(
                string.Create(CultureInfo.InvariantCulture, $"{(isLocal || i % 2 == 0 ? 'x' : 'y')}/many-{i}"), string.Create(CultureInfo.InvariantCulture, $"10.250.{i / 250}.{1 + (i % 250)}"),
                string.Create(CultureInfo.InvariantCulture, $"app=a{i % 1000},tier=t{i % 20}"), isLocal ? PolicyWorld.Node : "elsewhere");
        }

        for (var i = 0; i < policies; i++)
        {
            await _world.PolicyAsync(string.Create(CultureInfo.InvariantCulture, $"x/many-{i}"), Many(i, port: 8080));
        }
    }

    private async Task AssertDroppedAsync(string from, string address, int port = 8080, bool via = false)
    {
        if (via)
        {
            await lab.Lab.Outside.RunAsync("ip", "route", "replace", "10.244.0.0/15", "via", lab.NodeAddress);
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => PodClient.ConnectAsync(from, address, port, Moment));
    }

    private async Task ApplyAsync(string policy, string spec)
    {
        await _world.PolicyAsync(policy, spec);
        Apply();
    }

    private void Apply(bool check = true)
    {
        var next = check ? _world.Update() : _world.UpdateOnly();
        _plane.Change(_done, next);
        _done = next;
    }
}
