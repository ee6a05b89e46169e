using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using ActorKube.Tests.Lab;

namespace ActorKube.EndToEnd.Tests.Hosts;

/// <summary>Pods of three hosts in one network, by each of the ways in which there can be one.</summary>
[Collection(nameof(HostsCollection))]
public sealed class PodNetworkTests(LabFixture fixture) : IAsyncLifetime
{
    private const string Nodes = "/api/v1/nodes";
    private const string Pods = "/api/v1/namespaces/default/pods";
    private const int HostPort = 18080;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private Lab Lab => fixture.Lab;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Leaves the cluster as it was found, also after a failure in the middle.</summary>
    public async ValueTask DisposeAsync()
    {
        await Lab.RecoverAsync(CancellationToken.None);
        await ReadyAsync();
        using (var gone = await Lab.Hosts[0].Client.DeleteAsync(new Uri(Pods, UriKind.Relative), CancellationToken.None))
        {
            gone.EnsureSuccessStatusCode();
        }

        await using var watch = LabWatch.Start(Lab.Hosts[0], Pods);
        await watch.UntilAsync(static pods => pods.Count == 0, Patience, "no pods are left");
    }

    [Fact(Timeout = 240_000)]
    public async Task Routes_PodsOfThreeHosts_SeeEachOtherAsTheyAre()
    {
        await UseAsync("host-gw");
        var pods = await StartPodsAsync();

        await AssertEachSeesTheOthersAsync(pods);
        await AssertOutsideSeesMachinesAsync(pods[0]);
        Assert.All(pods, static p => Assert.DoesNotContain("127.0.0.11", p.ResolvConf, StringComparison.Ordinal));
        using var http = new HttpClient();
        Assert.NotEmpty(await http.GetStringAsync(new Uri($"http://{Lab.Hosts[0].Machine.Address}:{HostPort}/cgi-bin/who"), Cancelled));

        // Pods on the machine's own network have its address, in both directions.
        var host = await NetworkPod.StartAsync("on-host", Lab.Hosts[1], Lab.Hosts[0], hostNetwork: true);
        Assert.Equal(Lab.Hosts[1].Machine.Address.ToString(), host.Address);
        Assert.Equal(pods[0].Address, await pods[0].SeenByAsync(host.Address));
        Assert.Equal(host.Address, await host.SeenByAsync(pods[2].Address));
    }

    [Fact(Timeout = 240_000)]
    public async Task Connection_WhileActorKubeIsKilledAndItsRouteRemoved_GoesOn()
    {
        await UseAsync("host-gw");
        var (client, server) = (await NetworkPod.StartAsync("client", Lab.Hosts[0], Lab.Hosts[1]), await NetworkPod.StartAsync("server", Lab.Hosts[2], Lab.Hosts[1]));
        using var connection = await client.ConnectAsync(server);
        await NetworkPod.AssertEchoesAsync(connection, "before");

        await client.Host.EndAsync("KILL");
        await NetworkPod.AssertEchoesAsync(connection, "without ActorKube");
        await client.Host.StartProcessAsync(Cancelled);
        await ReadyAsync();
        await NetworkPod.AssertEchoesAsync(connection, "with another");

        await client.Host.Machine.RunAsync("ip", "route", "flush", "proto", "107");
        await NetworkPod.AssertEchoesAsync(connection, "by a new route");
        Assert.Equal(client.Address, await client.SeenByAsync(server.Address));
    }

    [Fact(Timeout = 240_000)]
    public async Task Tunnels_PodsOfThreeHosts_SeeEachOtherAsTheyAreAlsoAfterAPowerFailure()
    {
        await UseAsync("vxlan");
        var pods = await StartPodsAsync();
        await AssertEachSeesTheOthersAsync(pods);
        await AssertOutsideSeesMachinesAsync(pods[1]);

        await Lab.PowerOffAsync(Lab.Hosts[2]);
        await Lab.PowerOnAsync(Lab.Hosts[2], Cancelled);
        await ReadyAsync();
        pods[2] = await NetworkPod.StartAsync("after", Lab.Hosts[2], Lab.Hosts[0]);
        await AssertEachSeesTheOthersAsync(pods);
    }

    private async Task<List<NetworkPod>> StartPodsAsync() =>
        [.. await Task.WhenAll(Lab.Hosts.Select((h, i) => NetworkPod.StartAsync($"on-{h.Name}", h, Lab.Hosts[(i + 1) % 3], i == 0 ? HostPort : 0)))];

    private static async Task AssertEachSeesTheOthersAsync(List<NetworkPod> pods)
    {
        foreach (var (client, server) in pods.SelectMany(c => pods.Where(s => s != c).Select(s => (c, s))))
        {
            Assert.Equal((client.Address, true), (await client.SeenByAsync(server.Address), await client.FetchesLargeAsync(server.Address)));
        }
    }

    /// <summary>Who is no part of the cluster has no way to pods.</summary>
    private static async Task AssertOutsideSeesMachinesAsync(NetworkPod pod)
    {
        var network = pod.Host.Machine.Address.GetAddressBytes();
        network[3] = 1;
        using var outside = new TcpListener(new IPAddress(network), 0);
        outside.Start();
        var request = pod.FetchAsync($"http://{outside.LocalEndpoint}/");
        using var client = await outside.AcceptTcpClientAsync(Cancelled);
        Assert.Equal(pod.Host.Machine.Address, ((IPEndPoint)client.Client.RemoteEndPoint!).Address);
        await client.GetStream().WriteAsync("HTTP/1.0 200 OK\r\n\r\n"u8.ToArray(), Cancelled);
        client.Close();
        await request;
    }

    /// <summary>Starts all hosts anew if they have another kind of network.</summary>
    private async Task UseAsync(string network)
    {
        if (fixture.Network != network)
        {
            fixture.Network = network;
            await Task.WhenAll(Lab.Hosts.Select(async host =>
            {
                await host.EndAsync("TERM");
                await host.StartProcessAsync(CancellationToken.None, "--network", network);
            }));
        }

        await ReadyAsync();
    }

    /// <summary>All nodes are ready, and have a range of addresses each.</summary>
    private async Task ReadyAsync()
    {
        await using var nodes = LabWatch.Start(Lab.Hosts[0], Nodes);
        await nodes.UntilAsync(
            all => all.Count(LabPods.IsReady) == Lab.Hosts.Count
                && all.Select(static n => (string?)n["spec"]?["podCIDR"]).OfType<string>().Distinct().Count() == Lab.Hosts.Count
                && all.All(static n => n["spec"]?["taints"] is not JsonArray { Count: > 0 }),
            Patience,
            "all nodes are ready and have ranges of addresses");
    }
}
