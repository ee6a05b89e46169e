using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace ActorKube.Benchmarks;

/// <summary>
/// Pods from their creation until all are Ready, against the bare engine starting as many application containers in the same run; and how much of a heal after a
/// kill is ActorKube's own time. Medians of three rounds.
/// </summary>
internal static class PodsBenchmark
{
    private const int Rounds = 3;
    private const int Heals = 5;

    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(5);
    private static readonly int[] Sizes = [1, 20, 50];

    public static async Task<SortedDictionary<string, double>> RunAsync(string[] args)
    {
        using var engine = new BareEngine();
        await engine.MakeImageAsync();
        await using var host = HostUnderTest.Start("docker");
        using var client = await host.ConnectAsync();
        await Task.Delay(Settle, TimeProvider.System);
        var results = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var size in Sizes)
        {
            var (pods, bare) = (new List<double>(), new List<double>());
            for (var round = 0; round < Rounds; round++)
            {
                pods.Add(await TimePodsAsync(client, size, round));
                await DeletePodsAsync(client);
                var watch = Stopwatch.StartNew();
                await engine.StartAsync(size);
                bare.Add(watch.Elapsed.TotalSeconds);
                await engine.RemoveAllAsync();
                await Task.Delay(Settle, TimeProvider.System);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{size} pods: {pods[^1]:0.00} s, bare engine {bare[^1]:0.00} s"));
            }

            results[$"actorkube_s_{size}"] = Math.Round(Load.Median(pods), 2);
            results[$"engine_s_{size}"] = Math.Round(Load.Median(bare), 2);
            results[$"ratio_{size}"] = Math.Round(Load.Median(pods.Zip(bare, static (p, b) => p / b)), 2);
        }

        results["heal_overhead_ms"] = Math.Round(await TimeHealAsync(client, engine, results["engine_s_1"]));
        await DeletePodsAsync(client);
        return results;
    }

    private static async Task<double> TimePodsAsync(HttpClient client, int count, int round)
    {
        var watch = Stopwatch.StartNew();
        await Load.RunAsync(Math.Min(count, 8), count, i => Requests.EnsureAsync(client.PostAsync("/api/v1/namespaces/default/pods", Requests.Json(Pod($"bench-{round}-{i}")))));
        await UntilAsync(client, pods => pods.Count == count && pods.All(IsReady));
        return watch.Elapsed.TotalSeconds;
    }

    /// <summary>Milliseconds from the kill of a container until its pod is Ready again, less those that the engine takes to start one.</summary>
    private static async Task<double> TimeHealAsync(HttpClient client, BareEngine engine, double engineSeconds)
    {
        var heals = new List<double>();
        for (var i = 0; i < Heals; i++)
        {
            await TimePodsAsync(client, 1, i);
            var pod = JsonNode.Parse(await client.GetStringAsync($"/api/v1/namespaces/default/pods/bench-{i}-0"))!;
            var id = pod["status"]!["containerStatuses"]![0]!["containerID"]!.ToString().Split("://")[1];
            var watch = Stopwatch.StartNew();
            await engine.KillAsync(id);
            await UntilAsync(client, pods => pods.Count == 1 && IsReady(pods[0]) && pods[0]!["status"]!["containerStatuses"]![0]!["restartCount"]!.GetValue<int>() == 1);
            heals.Add(watch.Elapsed.TotalMilliseconds - (engineSeconds * 1000));
            await DeletePodsAsync(client);
        }

        return Load.Median(heals);
    }

    private static async Task DeletePodsAsync(HttpClient client)
    {
        await Requests.EnsureAsync(client.DeleteAsync("/api/v1/namespaces/default/pods?gracePeriodSeconds=0"));
        await UntilAsync(client, static pods => pods.Count == 0);
    }

    private static async Task UntilAsync(HttpClient client, Func<JsonArray, bool> done)
    {
        while (!done(JsonNode.Parse(await client.GetStringAsync("/api/v1/namespaces/default/pods"))!["items"]!.AsArray()))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        }
    }

    private static bool IsReady(JsonNode? pod) =>
        (pod!["status"]?["conditions"] as JsonArray)?.Any(c => c!["type"]!.ToString() == "Ready" && c["status"]!.ToString() == "True") == true;

    private static string Pod(string name) => new JsonObject
    {
        ["apiVersion"] = "v1",
        ["kind"] = "Pod",
        ["metadata"] = new JsonObject { ["name"] = name },
        ["spec"] = new JsonObject
        {
            ["terminationGracePeriodSeconds"] = 0,
            ["containers"] = new JsonArray(new JsonObject { ["name"] = "c", ["image"] = BareEngine.Image, ["command"] = new JsonArray("sleep", "3600") }),
        },
    }.ToJsonString();
}
