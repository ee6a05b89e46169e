using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using ActorKube.Tests.Lab;

namespace ActorKube.EndToEnd.Tests.Hosts;

/// <summary>
/// Services of type LoadBalancer as clients outside of the cluster see them: at the hosts' own addresses, then, after a restart of all hosts that open connections outlive, at those of a pool.
/// </summary>
[Collection(nameof(HostsCollection))]
public sealed class BalancerTests(LabFixture fixture) : IAsyncLifetime
{
    private const string Services = "/api/v1/namespaces/default/services";
    private const int SpreadPort = 8081;
    private const int LocalPort = 8082;
    private const int EchoPort = 8083;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Unanswered = TimeSpan.FromSeconds(1);

    private IReadOnlyList<LabHost> Hosts => fixture.Lab.Hosts;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>This process, as the machines see it.</summary>
    private string Outside
    {
        get
        {
            var address = Hosts[0].Machine.Address.GetAddressBytes();
            address[3] = 1;
            return new IPAddress(address).ToString();
        }
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await fixture.RestoreAsync(NetworkPod.Label);
        await StopAsync("TERM");
        await StartAsync(pool: "");
        await fixture.RestoreAsync(NetworkPod.Label);
    }

    [Fact(Timeout = 240_000)]
    public async Task Balancers_OfHostsAndOfAPool_LeadWhereTheirPoliciesSay()
    {
        var client = (await Task.WhenAll(NetworkPod.StartAsync("server", Hosts[0], Hosts[1]), NetworkPod.StartAsync("client", Hosts[2], Hosts[1])))[1];
        await Hosts[1].ApplyAsync(Balancer("spread", "Cluster", SpreadPort, NetworkPod.WebPort) + Balancer("local", "Local", LocalPort, NetworkPod.WebPort) + Balancer("echo", "Cluster", EchoPort, NetworkPod.EchoPort));
        string[] all = [.. Hosts.Select(static h => h.Machine.Address.ToString())];
        await IngressAsync("spread", all.ToHashSet().SetEquals);
        await IngressAsync("echo", all.ToHashSet().SetEquals);
        await IngressAsync("local", all[..1].SequenceEqual);
        await AssertHealthAsync();
        await AssertSpreadAsync(all);
        await AssertLocalAsync(all[0], isServed: true);
        await AssertLocalAsync(all[1], isServed: false);

        using var outside = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await outside.ConnectAsync(new IPEndPoint(Hosts[1].Machine.Address, EchoPort), Cancelled);
        using var inside = await client.ConnectAsync(new IPEndPoint(IPAddress.Parse((string)(await ServiceAsync("echo"))["spec"]!["clusterIP"]!), EchoPort), Cancelled);
        Socket[] connections = [outside, inside];
        await AssertEchoAsync(connections, "before");
        await StopAsync("KILL");
        await AssertEchoAsync(connections, "without ActorKube");
        await StartAsync(pool: "198.51.100.0/29");
        await AssertEchoAsync(connections, "with another");

        static bool IsOfPool(IReadOnlyList<string> ingress) => ingress is [var one] && one.StartsWith("198.51.100.", StringComparison.Ordinal);
        var (spread, local) = ((await IngressAsync("spread", IsOfPool))[0], (await IngressAsync("local", IsOfPool))[0]);
        Assert.NotEqual(spread, local);
        await AssertHealthAsync();
        foreach (var host in all)
        {
            await using var routes = await PoolRoutes.AddAsync(host, spread, local);
            await AssertSpreadAsync(spread);
            await AssertLocalAsync(local, isServed: host == all[0]);
        }

        await AssertEchoAsync(connections, "at the end");
    }

    /// <summary>Each address leads to the pod, which sees a machine of the cluster.</summary>
    private async Task AssertSpreadAsync(params string[] addresses)
    {
        foreach (var address in addresses)
        {
            Assert.NotEqual(Outside, await FetchAsync($"http://{address}:{SpreadPort}/cgi-bin/who", Patience) ?? throw new TimeoutException($"{address} doesn't lead to the pod."));
        }
    }

    /// <summary>Only the host with the pod leads to it, and the pod sees the client.</summary>
    private async Task AssertLocalAsync(string address, bool isServed) =>
        Assert.Equal(isServed ? Outside : null, await FetchAsync($"http://{address}:{LocalPort}/cgi-bin/who", isServed ? Patience : Unanswered));

    /// <summary>Whoever balances load is told where the pod is.</summary>
    private async Task AssertHealthAsync()
    {
        var port = (int)(await ServiceAsync("local"))["spec"]!["healthCheckNodePort"]!;
        foreach (var host in Hosts)
        {
            var (code, endpoints) = host == Hosts[0] ? (HttpStatusCode.OK, 1) : (HttpStatusCode.ServiceUnavailable, 0);
            var answer = await FetchAsync($"http://{host.Machine.Address}:{port}/", Patience, code) ?? throw new TimeoutException($"{host.Name} doesn't answer {code}.");
            Assert.Equal(endpoints, (int)JsonNode.Parse(answer)!["localEndpoints"]!);
        }
    }

    private static async Task AssertEchoAsync(Socket[] connections, string line)
    {
        foreach (var connection in connections)
        {
            await NetworkPod.AssertEchoesAsync(connection, line);
        }
    }

    /// <summary>The first answer with this code. Null if none comes.</summary>
    private static async Task<string?> FetchAsync(string url, TimeSpan limit, HttpStatusCode code = HttpStatusCode.OK)
    {
        using var http = new HttpClient { Timeout = limit };
        for (var until = TimeProvider.System.GetUtcNow() + limit; TimeProvider.System.GetUtcNow() < until; await Task.Delay(Pause, TimeProvider.System, Cancelled))
        {
            try
            {
                using var answer = await http.GetAsync(new Uri(url), Cancelled);
                if (answer.StatusCode == code)
                {
                    return (await answer.Content.ReadAsStringAsync(Cancelled)).Trim();
                }
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException { InnerException: TimeoutException })
            {
                // Not yet, or not at all.
            }
        }

        return null;
    }

    private async Task<JsonNode> ServiceAsync(string name) => JsonNode.Parse(await Hosts[1].Client.GetStringAsync(new Uri($"{Services}/{name}", UriKind.Relative), Cancelled))!;

    /// <summary>The service's addresses, when they are as described.</summary>
    private async Task<IReadOnlyList<string>> IngressAsync(string name, Func<IReadOnlyList<string>, bool> condition)
    {
        IReadOnlyList<string> ingress = [];
        await using var watch = LabWatch.Start(Hosts[1], Services);
        await watch.UntilAsync(
            services => services.SingleOrDefault(s => LabPods.Name(s) == name)?["status"]?["loadBalancer"]?["ingress"] is JsonArray given && condition(ingress = [.. given.Select(static i => (string)i!["ip"]!)]),
            Patience,
            $"{name} has its addresses");
        return ingress;
    }

    private Task StopAsync(string signal) => Task.WhenAll(Hosts.Select(h => h.EndAsync(signal)));

    private Task StartAsync(string pool) => Task.WhenAll(Hosts.Select(h => h.StartProcessAsync(CancellationToken.None, "--load-balancer-pool", pool)));

    private static string Balancer(string name, string policy, int port, int target) => $$"""
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: {{name}}, labels: {lab: network} }
        spec: {type: LoadBalancer, externalTrafficPolicy: {{policy}}, selector: {app: server}, ports: [{port: {{port}}, targetPort: {{target}}}]}

        """;
}
