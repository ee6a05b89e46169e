using ActorKube.Network.Addressing;
using ActorKube.Network.Pods;
using ActorKube.Network.Pods.Plans;
using ActorKube.Network.Pods.Rules;
using ActorKube.Network.Tests.Proxy.Support;

namespace ActorKube.Network.Tests.Pods;

/// <summary>Real packets through real routes and tunnels between two machines.</summary>
[Collection(nameof(PodLabFixture))]
public sealed class PodPlaneTests(PodLabFixture lab)
{
    private const int Limit = 120_000;

    [Theory(Timeout = Limit)]
    [InlineData(PodNetworkBackend.HostGw)]
    [InlineData(PodNetworkBackend.Vxlan)]
    public async Task Pods_OfTwoMachines_SeeEachOtherAsTheyAre(PodNetworkBackend backend)
    {
        await using var machines = await PodMachines.CreateAsync(lab);
        Assert.Empty(machines.Apply(machines.Open(machines.First, backend), machines.First, backend));
        Assert.Empty(machines.Apply(machines.Open(machines.Second, backend), machines.Second, backend));

        Assert.Equal("10.250.1.9", await machines.SeenAsAsync(machines.First, machines.Second));
        Assert.Equal("10.250.2.9", await machines.SeenAsAsync(machines.Second, machines.First));
    }

    [Theory(Timeout = Limit)]
    [InlineData(PodNetworkBackend.HostGw)]
    [InlineData(PodNetworkBackend.Vxlan)]
    public async Task Apply_AfterSomebodyRemovedEverything_MakesItAnewAndLeavesWhatIsRight(PodNetworkBackend backend)
    {
        await using var machines = await PodMachines.CreateAsync(lab);
        var (first, second) = (machines.Open(machines.First, backend), machines.Open(machines.Second, backend));
        machines.Apply(second, machines.Second, backend);
        machines.Apply(first, machines.First, backend);
        var before = await StateAsync(machines);

        // Another process takes over: nothing changes.
        machines.Apply(machines.Open(machines.First, backend), machines.First, backend);
        Assert.Equal(before, await StateAsync(machines));

        await machines.First.RunAsync("ip", "route", "flush", "proto", "107");
        await machines.First.RunAsync("nft", "delete", "table", "ip", $"actorkube-pods-test-{machines.First.Name}");
        if (backend == PodNetworkBackend.Vxlan)
        {
            await machines.First.RunAsync("ip", "neigh", "flush", "dev", "ak-vx1", "nud", "permanent");
            await machines.First.RunAsync("ip", "link", "set", "ak-vx1", "down");
        }

        machines.Apply(first, machines.First, backend);

        Assert.Equal(before, await StateAsync(machines));
        Assert.Equal("10.250.1.9", await machines.SeenAsAsync(machines.First, machines.Second));
    }

    [Fact(Timeout = Limit)]
    public async Task Routes_OfOthers_AreLeftAlone()
    {
        await using var machines = await PodMachines.CreateAsync(lab);
        var plane = machines.Open(machines.First, PodNetworkBackend.HostGw);
        string[] route = ["10.250.7.0/24", "via", machines.Second.Address.ToString()];
        await machines.First.RunAsync(["ip", "route", "add", .. route]);
        try
        {
            var problems = machines.Apply(plane, machines.First, PodNetworkBackend.HostGw, new PodNode("third", Ipv4.Of(machines.Second.Address) + 1, Make.Network("10.250.7.0/24")));

            Assert.Equal("there is another route to 10.250.7.0/24 already", problems["third"]);
            Assert.Contains(machines.Second.Address.ToString(), await PodMachines.RunAsync(machines.First, "ip", "route", "show", "10.250.7.0/24"), StringComparison.Ordinal);
        }
        finally
        {
            await machines.First.RunAsync(["ip", "route", "delete", .. route]);
        }
    }

    [Fact(Timeout = Limit)]
    public async Task Route_ToNodeThatMovedOffTheNetwork_IsRemovedAndToldOf()
    {
        await using var machines = await PodMachines.CreateAsync(lab);
        var plane = machines.Open(machines.First, PodNetworkBackend.HostGw);
        PodNode Third(uint address) => new("third", address, Make.Network("10.250.3.0/24"));
        Assert.Empty(machines.Apply(plane, machines.First, PodNetworkBackend.HostGw, Third(Ipv4.Of(machines.Second.Address) + 1)));
        Assert.Contains("10.250.3.0/24", await PodMachines.RoutesAsync(machines.First), StringComparison.Ordinal);

        Assert.True(Ipv4.TryParse("192.0.2.99", out var elsewhere));
        var problems = machines.Apply(plane, machines.First, PodNetworkBackend.HostGw, Third(elsewhere));

        Assert.Equal("192.0.2.99 is not on a network of this machine, as routes need it; --network vxlan doesn't", problems["third"]);
        Assert.DoesNotContain("10.250.3.0/24", await PodMachines.RoutesAsync(machines.First), StringComparison.Ordinal);
    }

    [Fact(Timeout = Limit)]
    public async Task Backend_Changed_LeavesNothingOfTheOther()
    {
        await using var machines = await PodMachines.CreateAsync(lab);
        machines.Apply(machines.Open(machines.First, PodNetworkBackend.Vxlan), machines.First, PodNetworkBackend.Vxlan);
        Assert.Equal("10.250.2.0/24 via 10.250.2.0 dev ak-vx1 onlink", (await PodMachines.RoutesAsync(machines.First)).Trim());
        Assert.Contains("mtu 1450", await PodMachines.RunAsync(machines.First, "ip", "link", "show", "ak-vx1"), StringComparison.Ordinal);

        machines.Apply(machines.Open(machines.First, PodNetworkBackend.HostGw), machines.First, PodNetworkBackend.HostGw);

        Assert.Equal($"10.250.2.0/24 via {machines.Second.Address} dev eth0", (await PodMachines.RoutesAsync(machines.First)).Trim());
        Assert.DoesNotContain("ak-vx1", await PodMachines.RunAsync(machines.First, "ip", "link", "show"), StringComparison.Ordinal);
    }

    [Fact(Timeout = Limit)]
    public async Task Remove_AfterTunnels_LeavesNothing()
    {
        await using var machines = await PodMachines.CreateAsync(lab);
        var plane = machines.Open(machines.First, PodNetworkBackend.Vxlan);
        var before = await EverythingAsync(machines);
        machines.Apply(plane, machines.First, PodNetworkBackend.Vxlan);

        plane.Remove();

        Assert.Equal(before.Replace($"table ip actorkube-pods-test-{machines.First.Name}\n", "", StringComparison.Ordinal), await EverythingAsync(machines));
    }

    [Fact(Timeout = Limit)]
    public Task Rules_MasqueradeWhatLeavesTheCluster()
    {
        Assert.Equal(
            """
            add table ip t
            delete table ip t
            add table ip t
            add set ip t machines { type ipv4_addr ; }
            add element ip t machines { 192.0.2.2, 192.0.2.3 }
            add chain ip t postrouting { type nat hook postrouting priority 100 ; policy accept ; }
            add rule ip t postrouting ip saddr != 10.244.1.0/24 return
            add rule ip t postrouting ip daddr { 10.244.0.0/16, 224.0.0.0/4 } return
            add rule ip t postrouting ip daddr @machines return
            add rule ip t postrouting masquerade fully-random

            """,
            PodRules.Script("t", Make.Network("10.244.1.0/24"), Make.Network("10.244.0.0/16"), [0xC0000202, 0xC0000203]));
        return Task.CompletedTask;
    }

    private static async Task<string> StateAsync(PodMachines machines) =>
        await PodMachines.RoutesAsync(machines.First)
        + await PodMachines.RunAsync(machines.First, "nft", "list", "table", "ip", $"actorkube-pods-test-{machines.First.Name}")
        + string.Join('\n', (await PodMachines.RunAsync(machines.First, "ip", "neigh", "show", "nud", "permanent")).Split('\n').Order(StringComparer.Ordinal));

    private static async Task<string> EverythingAsync(PodMachines machines) =>
        await PodMachines.RunAsync(machines.First, "ip", "route") + await PodMachines.RunAsync(machines.First, "ip", "-br", "link") + await PodMachines.RunAsync(machines.First, "nft", "list", "tables");
}
