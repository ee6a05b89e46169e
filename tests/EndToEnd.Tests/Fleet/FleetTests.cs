using System.Globalization;
using ActorKube.EndToEnd.Tests.Kubectl;

namespace ActorKube.EndToEnd.Tests.Fleet;

/// <summary>Simulated nodes, as a person meets them.</summary>
public sealed class FleetTests(FleetHost host) : KubectlTest(host), IClassFixture<FleetHost>
{
    private const string Rack = "topology.actorkube.io/rack";

    [Fact(Timeout = 120_000)]
    public async Task Nodes_AreAsTheirShapeSays()
    {
        var nodes = Rows(await OkAsync($"get nodes -L {Rack},topology.kubernetes.io/zone,pool --no-headers"));

        Assert.Equal(12, nodes.Count);
        Assert.All(nodes, static n => Assert.Contains(" Ready ", n, StringComparison.Ordinal));
        Assert.Matches("^sim-00001 .* rack-1 zone-1 a$", nodes[0]);
        Assert.Matches("^sim-00005 .* rack-2 zone-2 a$", nodes[4]);
        Assert.Matches("^sim-00012 .* rack-3 zone-1 a$", nodes[11]);
        Assert.Equal("4 20 2 2", await OkAsync("""get node sim-00003 -o jsonpath="{.status.capacity.cpu} {.status.allocatable.pods} {.status.capacity['example\.com/gpu']} {.status.allocatable['example\.com/gpu']}" """));
    }

    [Fact(Timeout = 240_000)]
    public async Task Rack_WithoutPower_LosesItsPodsToTheOthersAndComesBack()
    {
        await OkAsync("create -f -", Probed(60));
        await OkAsync("rollout status deployment/web --timeout=60s");
        Assert.NotEqual("", await OnRackAsync());

        await OkAsync($"annotate node -l {Rack}=rack-2 simulated.actorkube.io/power=off");
        await OkAsync($"wait node -l {Rack}=rack-2 --for=condition=Ready=Unknown --timeout=60s");
        while (await OnRackAsync() != "")
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }

        await OkAsync("rollout status deployment/web --timeout=60s");

        await OkAsync($"annotate node -l {Rack}=rack-2 simulated.actorkube.io/power-");
        await OkAsync($"wait node -l {Rack}=rack-2 --for=condition=Ready --timeout=60s");
        await OkAsync("delete deployment web");
    }

    [Fact(Timeout = 240_000)]
    public async Task Pods_WhenTheHostIsKilled_RunOn()
    {
        await OkAsync("create -f -", Probed(30));
        await OkAsync("rollout status deployment/web --timeout=60s");
        var before = await OkAsync(Facts);

        await host.KillAsync();
        await host.StartAsync();

        await OkAsync("wait node --all --for=condition=Ready --timeout=60s");
        await OkAsync("rollout status deployment/web --timeout=60s");
        Assert.Equal(before, await OkAsync(Facts));
        await OkAsync("exec deploy/web -- true");
        await OkAsync("delete deployment web");
    }

    private const string Facts = "get pods -l app=web --sort-by=.metadata.name -o jsonpath={range.items[*]}{.metadata.name}:{.status.podIP}:{.status.containerStatuses[0].containerID}:{.status.containerStatuses[0].restartCount};{end}";

    /// <summary>Pods on the nodes of the second rack, 5 to 8.</summary>
    private async Task<string> OnRackAsync() =>
        string.Join(' ', (await OkAsync("get pods -l app=web -o jsonpath={.items[*].spec.nodeName}")).Split(' ').Where(static n => n is "sim-00005" or "sim-00006" or "sim-00007" or "sim-00008"));

    private static string Probed(int replicas) => string.Create(CultureInfo.InvariantCulture, $$$"""
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          replicas: {{{replicas}}}
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
              - {name: app, image: busybox, readinessProbe: {periodSeconds: 1, tcpSocket: {port: 80} } }
        """);
}
