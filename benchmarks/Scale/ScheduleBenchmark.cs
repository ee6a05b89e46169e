using System.Diagnostics;
using System.Globalization;

namespace ActorKube.Benchmarks.Scale;

/// <summary>
/// A Deployment of <c>--pods P</c> replicas over <c>--nodes N</c> simulated nodes, whose containers start at once: from the request until the last pod is bound, and until the last one runs, as a watcher
/// of all of them sees it. 3,000 pods, or 30 a node if these are fewer, come and go before, so that what is measured is a host that has worked for a while; <c>cold_bound_per_s</c> is theirs, in a process
/// that was just started and compiles on the way. <c>--journal</c> as <c>serve</c> takes it; by default SQLite, every write durable.
/// </summary>
internal static class ScheduleBenchmark
{
    private const int WarmUp = 3000;
    private const int WarmUpPerNode = 30;

    public static async Task<SortedDictionary<string, double>> RunAsync(string[] args)
    {
        var (nodes, pods) = (Options.Number(args, "--nodes") ?? 100, Options.Number(args, "--pods") ?? 1000);
        await using var host = SimulatedCluster.Start(args, nodes, "zones=3,racks=12");
        using var client = await host.ConnectAsync();
        await SimulatedCluster.WaitForNodesAsync(client, nodes);
        var cold = await WarmUpAsync(host, client, Math.Min(WarmUp, nodes * WarmUpPerNode));

        await using var times = await PodTimes.StartAsync(client, "default");
        var (cpu, paused) = (host.CpuSeconds(), await HostUnderTest.GcPauseSecondsAsync(client));
        var (bound, running) = await TimeAsync(client, times, "default", pods);
        (cpu, paused) = (host.CpuSeconds() - cpu, await HostUnderTest.GcPauseSecondsAsync(client) - paused);

        var delays = times.CreatedToBound();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pods} pods on {nodes} nodes: all bound after {bound:0.00} s, all running after {running:0.00} s; the host computed for {cpu * 1e6 / pods:0} us a pod"));
        return new SortedDictionary<string, double>(StringComparer.Ordinal)
        {
            ["bound_per_s"] = Math.Round(pods / bound),
            ["cold_bound_per_s"] = Math.Round(cold),
            ["running_per_s"] = Math.Round(pods / running),
            ["create_to_bound_ms_p50"] = Math.Round(Load.Percentile(delays, 50), 1),
            ["create_to_bound_ms_p99"] = Math.Round(Load.Percentile(delays, 99), 1),
            ["cpu_us_per_pod"] = Math.Round(cpu * 1e6 / pods),
            ["gc_pause_percent"] = Math.Round(100 * paused / running, 1),
            ["peak_rss_mb"] = Math.Round(host.Memory().Peak),
        };
    }

    /// <returns>Pods that were bound a second.</returns>
    private static async Task<double> WarmUpAsync(HostUnderTest host, HttpClient client, int pods)
    {
        await Requests.EnsureAsync(client.PostAsync("/api/v1/namespaces", Requests.Json("""{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"warm-up"}}""")));
        await using var times = await PodTimes.StartAsync(client, "warm-up");
        var (bound, _) = await TimeAsync(client, times, "warm-up", pods);
        await Requests.EnsureAsync(client.DeleteAsync("/apis/apps/v1/namespaces/warm-up/deployments/web"));
        await times.UntilAsync(() => times.All.All(static p => p.IsGone), "warm-up");
        await host.WaitForRestAsync();
        return pods / bound;
    }

    /// <returns>Seconds until all pods were bound, and until all ran.</returns>
    private static async Task<(double Bound, double Running)> TimeAsync(HttpClient client, PodTimes times, string space, int pods)
    {
        var start = Stopwatch.GetTimestamp();
        await SimulatedCluster.CreateDeploymentAsync(client, space, "web", pods);
        await times.UntilAsync(() => times.Running >= pods, space);
        return (Stopwatch.GetElapsedTime(start, times.LastBound).TotalSeconds, Stopwatch.GetElapsedTime(start, times.LastRunning).TotalSeconds);
    }
}
