using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace ActorKube.Benchmarks;

/// <summary>The API without containers: creating, reading, listing and watching, durable on SQLite. The load client runs on the same cores.</summary>
internal static class ApiBenchmark
{
    private const int Clients = 32;
    private const int ListedPods = 5000;

    public static async Task<SortedDictionary<string, double>> RunAsync(string[] args)
    {
        await using var host = HostUnderTest.Start("simulated");
        using var client = await host.ConnectAsync();
        await AwaitDefaultAccountAsync(client);
        var results = new SortedDictionary<string, double>(StringComparer.Ordinal);

        // Compilation and connections first.
        await Load.RunAsync(Clients, 4000, i => CreateConfigMapAsync(client, $"warm-{i}"));
        await Load.RunAsync(Clients, 4000, i => GetAsync(client, $"/api/v1/namespaces/default/configmaps/warm-{i}"));

        var sequential = await Load.RunAsync(1, 2000, i => CreateConfigMapAsync(client, $"one-{i}"));
        results["configmap_create_rps_1"] = Math.Round(sequential.PerSecond);
        results["create_ms_p50"] = Math.Round(Load.Percentile(sequential.Milliseconds, 50), 3);
        var parallel = await Load.RunAsync(Clients, 30_000, i => CreateConfigMapAsync(client, $"many-{i}"));
        results["configmap_create_rps_32"] = Math.Round(parallel.PerSecond);
        var gets = await Load.RunAsync(Clients, 60_000, i => GetAsync(client, $"/api/v1/namespaces/default/configmaps/many-{i % 30_000}"));
        results["get_rps_32"] = Math.Round(gets.PerSecond);
        await WatchAsync(client, results);

        await Load.RunAsync(Clients, 500, i => CreatePodAsync(client, $"warm-{i}"));
        var pods = await Load.RunAsync(Clients, ListedPods - 500, i => CreatePodAsync(client, $"pod-{i}"));
        results["pod_create_rps_32"] = Math.Round(pods.PerSecond);
        var lists = new List<double>();
        for (var i = 0; i < 15; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await GetAsync(client, "/api/v1/namespaces/default/pods");
            lists.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        results["list_5000_pods_ms"] = Math.Round(Load.Median(lists), 1);
        results["peak_rss_mb"] = Math.Round(host.Memory().Peak);
        return results;
    }

    /// <summary>Time from the request of a create to the event at a watcher, at a modest rate.</summary>
    private static async Task WatchAsync(HttpClient client, SortedDictionary<string, double> results)
    {
        const int Events = 1000;
        using var response = await client.GetAsync("/api/v1/namespaces/kube-public/configmaps?watch=true", HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(), Encoding.UTF8);
        var sent = new long[Events];
        var latencies = new List<double>();
        var seen = Task.Run(async () =>
        {
            while (latencies.Count < Events && await reader.ReadLineAsync() is { } line)
            {
                var now = Stopwatch.GetTimestamp();
                var name = JsonNode.Parse(line)!["object"]!["metadata"]!["name"]!.ToString();
                if (name.StartsWith("w-", StringComparison.Ordinal))
                {
                    latencies.Add(Stopwatch.GetElapsedTime(sent[int.Parse(name[2..], System.Globalization.CultureInfo.InvariantCulture)], now).TotalMilliseconds);
                }
            }
        });
        for (var i = 0; i < Events; i++)
        {
            sent[i] = Stopwatch.GetTimestamp();
            await CreateConfigMapAsync(client, $"w-{i}", "kube-public");
        }

        await seen;
        latencies.Sort();
        results["watch_ms_p50"] = Math.Round(Load.Percentile([.. latencies], 50), 3);
        results["watch_ms_p99"] = Math.Round(Load.Percentile([.. latencies], 99), 3);
    }

    /// <summary>Pods can be created once their namespace has its service account.</summary>
    private static async Task AwaitDefaultAccountAsync(HttpClient client)
    {
        while (true)
        {
            using var response = await client.GetAsync("/api/v1/namespaces/default/serviceaccounts/default");
            if (response.IsSuccessStatusCode)
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        }
    }

    private static Task CreateConfigMapAsync(HttpClient client, string name, string space = "default") => Requests.EnsureAsync(client.PostAsync(
        $"/api/v1/namespaces/{space}/configmaps",
        Requests.Json($$$"""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"{{{name}}}","labels":{"app":"bench"}},"data":{"key":"value","other":"more of it"}}""")));

    private static Task CreatePodAsync(HttpClient client, string name) => Requests.EnsureAsync(client.PostAsync(
        "/api/v1/namespaces/default/pods",
        Requests.Json($$$$$"""{"apiVersion":"v1","kind":"Pod","metadata":{"name":"{{{{{name}}}}}","labels":{"app":"bench"}},"spec":{"schedulerName":"nobody","containers":[{"name":"c","image":"registry.example/app:1","ports":[{"containerPort":80}],"env":[{"name":"A","value":"1"}],"resources":{"requests":{"cpu":"10m","memory":"16Mi"}}}]}}""")));

    private static async Task GetAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(path);
        response.EnsureSuccessStatusCode();
        await response.Content.ReadAsByteArrayAsync();
    }
}
