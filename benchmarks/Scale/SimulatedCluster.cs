using System.Globalization;
using System.Text.Json.Nodes;

namespace ActorKube.Benchmarks.Scale;

/// <summary>A host that carries so many simulated nodes, on the journal that was asked for.</summary>
internal static class SimulatedCluster
{
    private const int Replicas = 5000;

    private static ReadOnlySpan<byte> Mark => "\"creationTimestamp\":\""u8;

    /// <param name="args">Of the benchmark: <c>--journal</c> is passed on, as <c>serve</c> takes it; by default SQLite in a folder of its own.</param>
    /// <param name="shape">As <c>--node-shape</c> takes it.</param>
    public static HostUnderTest Start(string[] args, int nodes, string shape) => HostUnderTest.Start(
        "simulated",
        ["--nodes", nodes.ToString(CultureInfo.InvariantCulture), "--node-shape", shape, .. Options.Text(args, "--journal") is { } journal ? ["--journal", journal, "--token", Guid.NewGuid().ToString("n")] : Array.Empty<string>()]);

    /// <summary>Until so many nodes are Ready.</summary>
    public static async Task WaitForNodesAsync(HttpClient client, int nodes)
    {
        while (await CountReadyAsync(client) < nodes)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);
        }
    }

    public static Task CreateDeploymentAsync(HttpClient client, string space, string name, int replicas, string more = "") => Requests.EnsureAsync(client.PostAsync(
        $"/apis/apps/v1/namespaces/{space}/deployments",
        Requests.Json($$$$$"""
            {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"{{{{{name}}}}}"},"spec":{"replicas":{{{{{replicas}}}}},"selector":{"matchLabels":{"app":"{{{{{name}}}}}"}},"template":{
              "metadata":{"labels":{"app":"{{{{{name}}}}}"}},
              "spec":{"containers":[{"name":"app","image":"busybox:1","resources":{"requests":{"cpu":"100m","memory":"128Mi"}}}]{{{{{more}}}}}}}}}
            """)));

    /// <summary>A pod of its own.</summary>
    public static string Pod(string name) =>
        $$$$"""{"apiVersion":"v1","kind":"Pod","metadata":{"name":"{{{{name}}}}"},"spec":{"terminationGracePeriodSeconds":0,"containers":[{"name":"app","image":"busybox:1","resources":{"requests":{"cpu":"100m","memory":"128Mi"}}}]}}""";

    /// <summary>Deployments of <see cref="Replicas"/> at most, one after the other, until so many pods run.</summary>
    /// <param name="already">As many are there.</param>
    public static async Task FillAsync(HttpClient client, PodTimes times, int pods, int already = 0)
    {
        for (var there = already; there < pods; there += Replicas)
        {
            await CreateDeploymentAsync(client, "default", string.Create(CultureInfo.InvariantCulture, $"web-{there}"), Math.Min(Replicas, pods - there));
        }

        await times.UntilAsync(() => times.Running >= pods, "fill");
    }

    /// <summary>Reads a list to its end without keeping it.</summary>
    /// <returns>Its items.</returns>
    public static async Task<int> ListAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        await using var stream = await answer.Content.ReadAsStreamAsync();
        var (buffer, kept, items) = (new byte[1 << 20], 0, 0);
        while (await stream.ReadAsync(buffer.AsMemory(kept)) is var read and > 0)
        {
            // Each object has one, and a mark that is cut in two is counted with the next piece.
            var filled = buffer.AsSpan(0, kept + read);
            items += filled.Count(Mark);
            kept = Math.Min(Mark.Length - 1, filled.Length);
            filled[^kept..].CopyTo(buffer);
        }

        return items;
    }

    public static async Task<IReadOnlyList<string>> NamesAsync(HttpClient client, string path) =>
        [.. JsonNode.Parse(await client.GetStringAsync(path))!["items"]!.AsArray().Select(static i => i!["metadata"]!["name"]!.ToString())];

    private static async Task<int> CountReadyAsync(HttpClient client)
    {
        var nodes = JsonNode.Parse(await client.GetStringAsync("/api/v1/nodes"))!["items"]!.AsArray();
        return nodes.Count(static n => n!["status"]?["conditions"]?.AsArray().Any(static c => c!["type"]!.ToString() == "Ready" && c["status"]!.ToString() == "True") == true);
    }
}
