using System.Text.Json.Nodes;

namespace ActorKube.EndToEnd.Tests.Proxying;

/// <summary>Two hosts of which one is asked for what the other's agent knows.</summary>
public sealed class TwoMembers : MemberHosts
{
    protected override int FirstHosts => 2;
}

/// <summary><c>proxy</c> of a node leads to its agent from every host.</summary>
public sealed class AgentProxyTests(TwoMembers hosts) : IClassFixture<TwoMembers>
{
    private const string Pod = """
        apiVersion: v1
        kind: Pod
        metadata: {name: web, annotations: {actorkube.io/simulated-cpu: 100m, actorkube.io/simulated-memory: 16Mi}}
        spec: {nodeName: h2, containers: [{name: c, image: i}]}
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(Timeout = 180_000)]
    public async Task Agent_OfAnotherHost_TellsOfItsNode()
    {
        var host = hosts.Hosts[0];
        await OkAsync("wait node/h1 node/h2 --for=condition=Ready --timeout=60s");
        await OkAsync("wait --for=create serviceaccount/default --timeout=60s");
        await OkAsync("create -f -", Pod);
        await OkAsync("wait pod/web --for=condition=Ready --timeout=60s");
        foreach (var node in new[] { "h2", "h2:10250", "https:h2:" })
        {
            Assert.Equal("ok", await RawAsync($"{node}/proxy/healthz"));
        }

        Assert.Equal(["web"], Names(await RawAsync("h2/proxy/pods/")));
        Assert.Empty(Names(await RawAsync("h1/proxy/pods")));
        Assert.Contains("dotnet_gc_heap_bytes ", await RawAsync("h2/proxy/metrics"), StringComparison.Ordinal);
        Assert.Contains("""container_memory_working_set_bytes{container="c",namespace="default",pod="web"} 16777216""", await RawAsync("h2/proxy/metrics/resource"), StringComparison.Ordinal);
        var summary = JsonNode.Parse(await RawAsync("h2/proxy/stats/summary"))!;
        Assert.Equal(("h2", "web", 16777216), ((string?)summary["node"]!["nodeName"], (string?)summary["pods"]![0]!["podRef"]!["name"], (long?)summary["pods"]![0]!["memory"]!["workingSetBytes"]));
        Assert.Equal(await OkAsync("logs web"), await RawAsync("h2/proxy/containerLogs/default/web/c"));
        Assert.Contains("\"../containerLogs/default/web/c\"", await RawAsync("h2/proxy/logs/"), StringComparison.Ordinal);

        using var client = host.Connect();
        async Task<(int, string?)> AnswerAsync(string method, string path)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), "/api/v1/nodes/" + path);
            using var answer = await client.SendAsync(request, Cancellation);
            return ((int)answer.StatusCode, answer.Headers.Location?.OriginalString);
        }

        Assert.Equal((404, null), await AnswerAsync("GET", "h2/proxy/exec/default/web/c"));
        Assert.Equal((404, null), await AnswerAsync("GET", "h2/proxy/containerLogs/default/none/c"));
        Assert.Equal((404, null), await AnswerAsync("GET", "h9/proxy/healthz"));
        Assert.Equal((405, null), await AnswerAsync("POST", "h2/proxy/pods"));
        Assert.Equal((200, null), await AnswerAsync("HEAD", "h2/proxy/pods"));
        Assert.Equal((400, null), await AnswerAsync("GET", "a:b:h2:1/proxy/pods"));

        // Nodes of these hosts are on the loopback, which is not the cluster's.
        Assert.Equal((400, null), await AnswerAsync("GET", "h2:9100/proxy/"));

        await hosts.Hosts[1].KillAsync();
        (int Status, string?) last;
        while ((last = await AnswerAsync("GET", "h2/proxy/healthz")).Status == 200)
        {
            Cancellation.ThrowIfCancellationRequested();
        }

        Assert.Equal(503, last.Status);
    }

    private static string[] Names(string list) => [.. JsonNode.Parse(list)!["items"]!.AsArray().Select(static p => (string)p!["metadata"]!["name"]!)];

    private Task<string> RawAsync(string path) => OkAsync("get --raw /api/v1/nodes/" + path);

    private async Task<string> OkAsync(string arguments, string input = "")
    {
        var (exitCode, output) = await hosts.Hosts[0].KubectlAsync(arguments, input);
        Assert.True(exitCode == 0, $"kubectl {arguments}: {output}");
        return output;
    }
}
