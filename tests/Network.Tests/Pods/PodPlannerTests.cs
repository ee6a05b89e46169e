using ActorKube.Network.Addressing;
using ActorKube.Network.Pods;
using ActorKube.Network.Pods.Plans;
using ActorKube.Network.Tests.Proxy.Support;

namespace ActorKube.Network.Tests.Pods;

/// <summary>Nodes in, routes and tunnels out.</summary>
public sealed class PodPlannerTests
{
    private const int Limit = 60_000;
    private const string Self = "a";

    /// <summary>Nodes as <c>name address range</c>; addresses of this machine; routes by their gateways, and problems.</summary>
    public static TheoryData<string, string, string, string> Cases => new()
    {
        { "a 192.0.2.1 10.244.1.0/24; b 192.0.2.2 10.244.2.0/24; c 192.0.2.3 10.244.3.0/24", "192.0.2.1", "10.244.2.0/24 192.0.2.2, 10.244.3.0/24 192.0.2.3", "" },
        { "a 192.0.2.1 10.244.1.0/24; b 192.0.2.1 10.244.2.0/24", "192.0.2.1", "", "" },
        { "a 192.0.2.1 10.244.1.0/24; b 198.51.100.9 10.244.2.0/24", "192.0.2.1 198.51.100.9", "", "" },
        { "a 192.0.2.1 -; b 192.0.2.2 10.244.2.0/24", "192.0.2.1", "10.244.2.0/24 192.0.2.2", "" },
        { "a 192.0.2.1 10.244.1.0/24; b - 10.244.2.0/24; c 192.0.2.3 -", "192.0.2.1", "", "" },
        { "b 192.0.2.2 0.0.0.0/0; c 192.0.2.3 10.0.0.0/8; d 192.0.2.4 172.16.0.0/24", "192.0.2.1", "", "b: its range 0.0.0.0/0 isn't a part of the cluster CIDR 10.244.0.0/16" },
        { "a 192.0.2.1 10.244.1.0/24; b 192.0.2.2 10.244.1.0/24", "192.0.2.1", "", "b: its range 10.244.1.0/24 is that of node a as well" },
        { "c 192.0.2.3 10.244.2.0/24; b 192.0.2.2 10.244.2.0/24", "192.0.2.1", "10.244.2.0/24 192.0.2.2", "c: its range 10.244.2.0/24 is that of node b as well" },
    };

    [Theory(Timeout = Limit)]
    [MemberData(nameof(Cases))]
    public Task Routes_OfNodes_AreThese(string nodes, string local, string routes, string problem)
    {
        var plan = Plan(nodes, local, PodNetworkBackend.HostGw);

        Assert.Equal(routes, string.Join(", ", plan.Routes.Keys.OrderBy(static r => r.Destination.First).Select(static r => $"{r.Destination} {Ipv4.Text(r.Gateway)}")));
        Assert.Equal(problem, plan.Problems.OrderBy(static p => p.Key, StringComparer.Ordinal).Select(static p => $"{p.Key}: {p.Value}").FirstOrDefault(""));
        Assert.Empty(plan.Peers);
        return Task.CompletedTask;
    }

    [Fact(Timeout = Limit)]
    public Task Tunnel_ToNodesOfOneMachine_HasOneEndForEachAndOneHardwareAddress()
    {
        var plan = Plan("a 192.0.2.1 10.244.1.0/24; b 192.0.2.7 10.244.2.0/24; c 192.0.2.7 10.244.3.0/24", "192.0.2.1", PodNetworkBackend.Vxlan);

        Assert.Equal(["10.244.2.0 192.0.2.7", "10.244.3.0 192.0.2.7"], plan.Peers.OrderBy(static p => p.Gateway).Select(static p => $"{Ipv4.Text(p.Gateway)} {Ipv4.Text(p.Machine)}"));
        Assert.Equal(["10.244.2.0/24 10.244.2.0", "10.244.3.0/24 10.244.3.0"], plan.Routes.Keys.OrderBy(static r => r.Gateway).Select(static r => $"{r.Destination} {Ipv4.Text(r.Gateway)}"));
        Assert.Equal("0eacc0000207", Convert.ToHexStringLower(TunnelPeer.HardwareAddress(Address("192.0.2.7"))));
        return Task.CompletedTask;
    }

    [Theory(Timeout = Limit)]
    [InlineData(PodNetworkBackend.HostGw, "192.0.2.2,192.0.2.3")]
    [InlineData(PodNetworkBackend.Vxlan, "")]
    public Task Machines_ThatAnswerPods_AreShownTheirAddresses(PodNetworkBackend backend, string expected)
    {
        var plan = Plan("a 192.0.2.1 10.244.1.0/24; c 192.0.2.3 10.244.3.0/24; b 192.0.2.2 10.244.2.0/24; d 192.0.2.4 -", "192.0.2.1", backend);

        Assert.Equal(expected, string.Join(',', plan.Machines.Select(Ipv4.Text)));
        Assert.Equal("10.244.1.0/24", plan.Own.ToString());
        return Task.CompletedTask;
    }

    private static PodPlan Plan(string nodes, string local, PodNetworkBackend backend) => PodPlanner.Plan(
        nodes.Split("; ").Select(static n => n.Split(' ')).Select(static n => new PodNode(n[0], n[1] == "-" ? null : Address(n[1]), n[2] == "-" ? null : Make.Network(n[2]))),
        Self,
        local.Split(' ').Select(Address).ToHashSet(),
        Make.Network("10.244.0.0/16"),
        backend);

    private static uint Address(string text) => Ipv4.TryParse(text, out var address) ? address : throw new FormatException(text);
}
