using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ActorKube.EndToEnd.Tests.Kills;
using ActorKube.Tests.Lab;

namespace ActorKube.EndToEnd.Tests.Rebalancing;

/// <summary>Two nodes that are full, six workloads with a budget each, and an empty node that joins: what moves, how, and when it ends.</summary>
public sealed class RebalanceLiveTests(RebalancedHosts hosts) : IClassFixture<RebalancedHosts>
{
    private const int Replicas = 3;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly string[] Apps = ["a", "b", "c", "d", "e", "f"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(Timeout = 300_000)]
    public async Task EmptyNodeThatJoins_TakesPodsOfFullOnes_AFewAtATimeWithinTheirBudgets_AndThenNothingMoves()
    {
        using var client = hosts.Hosts[0].Connect();
        using var api = new KubeApi(client);
        await using var pods = LabWatch.Start(client, KubeApi.Pods);
        await using var nodes = LabWatch.Start(client, "/api/v1/nodes");
        await nodes.UntilAsync(static all => all.Count(LabPods.IsReady) == 2, Patience, "two nodes are ready");
        foreach (var app in Apps)
        {
            await CreateAsync(api, app);
        }

        await pods.UntilAsync(static all => all.Count(LabPods.IsReady) == Apps.Length * Replicas, Patience, "all pods are ready");
        await hosts.Hosts[2].InitializeAsync();
        await nodes.UntilAsync(static all => all.Count(LabPods.IsReady) == 3, Patience, "three nodes are ready");

        // Nobody has asked for anything: it is known what would be over-full, and nothing goes.
        var said = await hosts.Hosts[0].ExplainRebalanceAsync();
        Assert.StartsWith("No workload is rebalanced. Nodes are 60% full in the mean.", said, StringComparison.Ordinal);
        Assert.Equal(2, said.Split('\n').Count(static l => l.Contains(": nobody allows it to be moved", StringComparison.Ordinal)));

        // One workload asks: it is said which of its pods would go, before one of these goes.
        await AllowAsync(api, "a");
        var named = await ReportAsync(client, static r => Moves(r).Any());
        Assert.All(Moves(named), static m => Assert.Equal(("h3", "default"), ((string?)m["to"], (string?)m["namespace"])));
        await pods.UntilAsync(static all => all.Any(static p => LabPods.App(p) == "a" && LabPods.Node(p) == "h3" && LabPods.IsReady(p)), Patience, "a pod of a has moved");
        Assert.Contains(PodHistory.Evictions(pods.History)[0].Pod, Moves(named).Select(static m => (string)m["pod"]!));

        // All ask: it goes on until no node is over-full.
        foreach (var app in Apps[1..])
        {
            await AllowAsync(api, app);
        }

        await ReportAsync(client, static r => r["nodes"]!.AsArray().All(static n => (string?)n!["why"] == "it isn't over-full"));
        await pods.UntilAsync(static all => all.Count == Apps.Length * Replicas && all.All(LabPods.IsReady), Patience, "what was moved is ready");
        Assert.DoesNotContain(" goes; ", await hosts.Hosts[0].ExplainRebalanceAsync(), StringComparison.Ordinal);

        // With pods of a tenth of a node each, 9, 9 and 0 become 7, 7 and 4, or 8, 6 and 4 first: no pod moves twice.
        var evictions = PodHistory.Evictions(pods.History);
        Assert.InRange(evictions.Count, 4, 6);
        Assert.Equal([], evictions.Where(static e => e.Node == "h3"));
        Assert.All(Apps, app => Assert.InRange(PodHistory.FewestReady(pods.History, app, Replicas), Replicas - 1, Replicas));
        foreach (var giver in evictions.GroupBy(static e => e.Node))
        {
            // Whole seconds: two that are 2 s apart may say 1.
            Assert.All(giver.Zip(giver.Skip(1)), static two => Assert.InRange(two.Second.At - two.First.At, RebalancedHosts.Period - TimeSpan.FromSeconds(1), TimeSpan.MaxValue));
        }

        Assert.Equal(evictions.Count, (await api.ListAsync("/api/v1/namespaces/default/events")).Count(static e => (string?)e["reason"] == "Rebalanced"));
        await StaysAsync(pods);
    }

    /// <summary>Nothing comes or goes for as long as a node would need to give up five more.</summary>
    private static async Task StaysAsync(LabWatch pods)
    {
        var seen = pods.History.Count(static s => s.IsGone);
        using var timer = new PeriodicTimer(RebalancedHosts.Period);
        for (var i = 0; i < 5; i++)
        {
            await timer.WaitForNextTickAsync(Cancellation);
            Assert.Equal(seen, pods.History.Count(static s => s.IsGone));
        }
    }

    private static IEnumerable<JsonNode> Moves(JsonNode report) => report["nodes"]!.AsArray().Select(static n => n!["move"]).OfType<JsonNode>();

    /// <summary>What <c>explain rebalance</c> shows, as soon as it is so.</summary>
    private static async Task<JsonNode> ReportAsync(HttpClient client, Func<JsonNode, bool> isSo)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (true)
        {
            var report = (await client.GetFromJsonAsync<JsonNode>(new Uri("/actorkube/rebalance", UriKind.Relative), limit.Token))!;
            if (isSo(report))
            {
                return report;
            }

            await timer.WaitForNextTickAsync(limit.Token);
        }
    }

    private static Task AllowAsync(KubeApi api, string app) =>
        api.PatchAsync($"{KubeApi.Apps}deployments/{app}", """{"metadata":{"annotations":{"actorkube.io/rebalance":"true"}}}""");

    /// <summary>Pods that ask for a tenth of a node, of which one at a time may be away.</summary>
    private static async Task CreateAsync(KubeApi api, string app)
    {
        await api.CreateAsync($"{KubeApi.Apps}deployments", $$$"""
            {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"{{{app}}}"},"spec":{"replicas":{{{Replicas}}},"selector":{"matchLabels":{"app":"{{{app}}}"}},
             "template":{"metadata":{"labels":{"app":"{{{app}}}"}},"spec":{"terminationGracePeriodSeconds":0,"containers":[{"name":"main","image":"example/app:1","resources":{"requests":{"cpu":"800m"} } }] } } } }
            """);
        await api.CreateAsync("/apis/policy/v1/namespaces/default/poddisruptionbudgets", $$$"""
            {"apiVersion":"policy/v1","kind":"PodDisruptionBudget","metadata":{"name":"{{{app}}}"},"spec":{"maxUnavailable":1,"selector":{"matchLabels":{"app":"{{{app}}}"} } } }
            """);
    }
}
