using System.Diagnostics;
using System.Text.Json.Nodes;

namespace ActorKube.Benchmarks;

/// <summary>A start from nothing: to the first acknowledged write, to a Ready node, and what the process takes at rest. Medians of five starts.</summary>
internal static class StartBenchmark
{
    private const int Runs = 5;

    /// <summary>After which a host that does nothing is taken to be at rest.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    public static async Task<SortedDictionary<string, double>> RunAsync(string[] args)
    {
        var runtime = args.Length > 0 ? args[0] : "simulated";
        var (writes, nodes, memory) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i < Runs; i++)
        {
            await using var host = HostUnderTest.Start(runtime);
            using var client = await host.ConnectAsync();
            await Requests.EnsureAsync(client.PostAsync("/api/v1/namespaces/default/configmaps", Requests.Json("""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"first"}}""")));
            writes.Add(Stopwatch.GetElapsedTime(host.Started).TotalMilliseconds);
            while (!await IsNodeReadyAsync(client))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
            }

            nodes.Add(Stopwatch.GetElapsedTime(host.Started).TotalMilliseconds);
            await Task.Delay(Rest, TimeProvider.System);
            memory.Add(host.Memory().Now);
            Console.WriteLine($"start {i + 1}: first write {writes[^1]:0} ms, node ready {nodes[^1]:0} ms, at rest {memory[^1]:0} MB");
        }

        return new SortedDictionary<string, double>(StringComparer.Ordinal)
        {
            ["first_write_ms"] = Math.Round(Load.Median(writes)),
            ["node_ready_ms"] = Math.Round(Load.Median(nodes)),
            ["idle_rss_mb"] = Math.Round(Load.Median(memory)),
        };
    }

    private static async Task<bool> IsNodeReadyAsync(HttpClient client)
    {
        var nodes = JsonNode.Parse(await client.GetStringAsync("/api/v1/nodes"))!["items"]!.AsArray();
        return nodes.Any(n => (n!["status"]?["conditions"] as JsonArray)?.Any(c => c!["type"]!.ToString() == "Ready" && c["status"]!.ToString() == "True") == true);
    }
}
