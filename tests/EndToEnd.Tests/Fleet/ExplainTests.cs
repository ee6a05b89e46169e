using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ActorKube.EndToEnd.Tests.Kubectl;

namespace ActorKube.EndToEnd.Tests.Fleet;

/// <summary>Why a pod is pending, asked of a host.</summary>
public sealed class ExplainTests(FleetHost host) : KubectlTest(host), IClassFixture<FleetHost>
{
    [Fact(Timeout = 120_000)]
    public async Task PendingPod_IsExplainedByTheApiAndByTheCommand()
    {
        await OkAsync("create -f -", """
            apiVersion: v1
            kind: Pod
            metadata: {name: large}
            spec: {containers: [{name: c, image: busybox, resources: {requests: {cpu: 8} } }]}
            """);
        await OkAsync("wait pod large --for=condition=PodScheduled=False --timeout=60s");

        using var admin = host.Client();
        var report = (await AskAsync(admin, "large"))!;
        Assert.Equal(("unschedulable", "None of 12 nodes can have it.", 12, false), ((string)report["state"]!, (string)report["summary"]!, (int)report["nodes"]!, (bool)report["everFits"]!));
        Assert.Equal(
            """[{"rule":"room","excluded":12,"first":12,"alone":12,"never":true,"detail":"no node has 8 cpu at all: the largest, sim-00001, has 4"}]""", report["rules"]!.ToJsonString());
        Assert.Equal(["on sim-00001: 4 more cpu", "on sim-00002: 4 more cpu", "on sim-00003: 4 more cpu"], report["remedies"]!.AsArray().Select(static r => (string)r!));

        var (exitCode, text) = await host.ExplainAsync($"{Namespace}/large");
        Assert.Equal((0, $"""
            {Namespace}/large: None of 12 nodes can have it.
              room: 12 of 12 nodes (12 refused by it first, 12 by it alone), even if they were empty; no node has 8 cpu at all: the largest, sim-00001, has 4
            It would not fit on these nodes even if they were empty.
            It could go somewhere with any of these:
              - on sim-00001: 4 more cpu
              - on sim-00002: 4 more cpu
              - on sim-00003: 4 more cpu

            """), (exitCode, text));
    }

    [Fact(Timeout = 120_000)]
    public async Task Report_OfAPodThatIsMissing_SaysSo()
    {
        using var admin = host.Client();
        Assert.Equal("missing", (string)(await AskAsync(admin, "none"))!["state"]!);
        Assert.Equal((1, $"{Namespace}/none: There is no such pod.\n"), await host.ExplainAsync($"{Namespace}/none"));
        Assert.Contains("'a/b/c' is not NAMESPACE/NAME.", (await host.ExplainAsync("a/b/c")).Output, StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Report_ForNobody_IsRefused()
    {
        using var nobody = host.Client(asAdmin: false);
        using var answer = await nobody.GetAsync(new Uri($"/actorkube/pod?namespace={Namespace}&name=p", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private Task<JsonNode?> AskAsync(HttpClient client, string pod) =>
        client.GetFromJsonAsync<JsonNode>(new Uri($"/actorkube/pod?namespace={Namespace}&name={pod}", UriKind.Relative), TestContext.Current.CancellationToken);
}
