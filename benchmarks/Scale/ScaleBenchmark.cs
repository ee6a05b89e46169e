using System.Diagnostics;
using System.Globalization;

namespace ActorKube.Benchmarks.Scale;

/// <summary>
/// <c>--pods P</c> (150,000) on <c>--nodes N</c> (5,000): what it takes to fill the cluster, what it costs at rest, how the API answers under a churn of 20 pods a second, and how long a restart takes.
/// <c>--steps A,B,C</c> fills in steps and tells of each, for a table of growth.
/// </summary>
internal static class ScaleBenchmark
{
    private const int ChurnPerSecond = 20;
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ChurnFor = TimeSpan.FromSeconds(60);

    public static async Task<SortedDictionary<string, double>> RunAsync(string[] args)
    {
        var (nodes, pods) = (Options.Number(args, "--nodes") ?? 5000, Options.Number(args, "--pods") ?? 150_000);
        var results = new SortedDictionary<string, double>(StringComparer.Ordinal) { ["nodes"] = nodes, ["pods"] = pods };
        await using var host = SimulatedCluster.Start(args, nodes, "zones=5,racks=10");
        using (var client = await host.ConnectAsync())
        {
            await SimulatedCluster.WaitForNodesAsync(client, nodes);
            await using (var times = await PodTimes.StartAsync(client, "default"))
            {
                await FillAsync(host, client, times, Steps(args, pods), results);
            }

            await Task.Delay(Settle, TimeProvider.System);
            await RestAsync(host, results);
            await ReadAsync(client, pods, results);
            await ChurnAsync(client, results);
        }

        var start = Stopwatch.GetTimestamp();
        await host.KillAndStartAgainAsync();
        using (var client = await host.ConnectAsync())
        {
            await SimulatedCluster.ListAsync(client, "/api/v1/namespaces/default/pods?limit=1");
            results["restart_to_serving_s"] = Math.Round(Stopwatch.GetElapsedTime(start).TotalSeconds, 2);
            await SimulatedCluster.WaitForNodesAsync(client, nodes);
            results["restart_to_all_nodes_s"] = Math.Round(Stopwatch.GetElapsedTime(start).TotalSeconds, 2);
        }

        results["peak_rss_mb"] = Math.Max(results["peak_rss_mb"], Math.Round(host.Memory().Peak));
        return results;
    }

    private static IReadOnlyList<int> Steps(string[] args, int pods) =>
        Options.Text(args, "--steps") is { } steps ? [.. steps.Split(',').Select(static s => int.Parse(s, NumberStyles.None, CultureInfo.InvariantCulture)).Where(s => s < pods), pods] : [pods];

    private static async Task FillAsync(HostUnderTest host, HttpClient client, PodTimes times, IReadOnlyList<int> steps, SortedDictionary<string, double> results)
    {
        var (before, total) = (0, 0.0);
        foreach (var step in steps)
        {
            var (start, cpu) = (Stopwatch.GetTimestamp(), host.CpuSeconds());
            await SimulatedCluster.FillAsync(client, times, step, before);
            var seconds = Stopwatch.GetElapsedTime(start, times.LastRunning).TotalSeconds;
            total += seconds;
            var each = (host.CpuSeconds() - cpu) * 1e6 / (step - before);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{step} pods: the last {step - before} in {seconds:0.0} s, {(step - before) / seconds:0} a second, {each:0} us of CPU each, {host.Memory().Now:0} MB"));
            results[$"cpu_us_per_pod_{step}"] = Math.Round(each);
            results[$"rss_mb_{step}"] = Math.Round(host.Memory().Now);
            before = step;
        }

        results["fill_s"] = Math.Round(total, 1);
    }

    private static async Task RestAsync(HostUnderTest host, SortedDictionary<string, double> results)
    {
        // Events of what was done are written for a while.
        await host.WaitForRestAsync();
        var (start, cpu) = (Stopwatch.GetTimestamp(), host.CpuSeconds());
        await Task.Delay(Rest, TimeProvider.System);
        results["idle_cpu_percent"] = Math.Round((host.CpuSeconds() - cpu) / Stopwatch.GetElapsedTime(start).TotalSeconds * 100, 2);
        results["rss_mb"] = Math.Round(host.Memory().Now);
        results["peak_rss_mb"] = Math.Round(host.Memory().Peak);
    }

    private static async Task ReadAsync(HttpClient client, int pods, SortedDictionary<string, double> results)
    {
        var all = new List<double>();
        for (var i = 0; i < 3; i++)
        {
            var (start, items) = (Stopwatch.GetTimestamp(), await SimulatedCluster.ListAsync(client, "/api/v1/pods"));
            all.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            if (items < pods)
            {
                throw new InvalidOperationException($"The list has {items} of {pods} pods.");
            }
        }

        results["list_all_s"] = Math.Round(Load.Median(all), 2);
        results["list_namespace_s"] = Math.Round(await TimeAsync(client, "/api/v1/namespaces/default/pods"), 2);
        var node = (await SimulatedCluster.NamesAsync(client, "/api/v1/nodes?limit=1"))[0];
        results["list_node_ms"] = Math.Round(await TimeAsync(client, $"/api/v1/pods?fieldSelector=spec.nodeName%3D{node}") * 1000, 1);
    }

    private static async Task<double> TimeAsync(HttpClient client, string path)
    {
        var start = Stopwatch.GetTimestamp();
        await SimulatedCluster.ListAsync(client, path);
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>Pods come and go at an even pace, and each that comes is asked for once; a watcher in the same namespace sees them come.</summary>
    private static async Task ChurnAsync(HttpClient client, SortedDictionary<string, double> results)
    {
        await Requests.EnsureAsync(client.PostAsync("/api/v1/namespaces", Requests.Json("""{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"churn"}}""")));
        await using var times = await PodTimes.StartAsync(client, "churn");
        var (creates, gets, watches) = (new List<double>(), new List<double>(), new List<double>());
        var count = (int)(ChurnFor.TotalSeconds * ChurnPerSecond);
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / ChurnPerSecond), TimeProvider.System);
        var running = new List<Task>();
        for (var i = 0; i < count; i++)
        {
            await pace.WaitForNextTickAsync();
            running.Add(OneAsync($"churn-{i}"));
        }

        await Task.WhenAll(running);
        Tell("create_ms_p99", creates);
        Tell("get_ms_p99", gets);
        Tell("watch_ms_p99", watches);
        results["churn_create_to_bound_ms_p99"] = Math.Round(Load.Percentile(times.CreatedToBound(), 99), 1);
        results["churn_create_to_bound_ms_p50"] = Math.Round(Load.Percentile(times.CreatedToBound(), 50), 1);

        async Task OneAsync(string name)
        {
            var start = Stopwatch.GetTimestamp();
            await Requests.EnsureAsync(client.PostAsync("/api/v1/namespaces/churn/pods", Requests.Json(SimulatedCluster.Pod(name))));
            Note(creates, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            var asked = Stopwatch.GetTimestamp();
            await Requests.EnsureAsync(client.GetAsync($"/api/v1/namespaces/churn/pods/{name}"));
            Note(gets, Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
            while (times.Find(name) is not { Running: > 0 })
            {
                await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System);
            }

            // From the request on: what the watcher waits for beyond the write itself is less.
            Note(watches, Stopwatch.GetElapsedTime(start, times.Find(name)!.Created).TotalMilliseconds);
            await Requests.EnsureAsync(client.DeleteAsync($"/api/v1/namespaces/churn/pods/{name}?gracePeriodSeconds=0"));
        }

        void Note(List<double> figures, double milliseconds)
        {
            lock (figures)
            {
                figures.Add(milliseconds);
            }
        }

        void Tell(string key, List<double> figures) => results[key] = Math.Round(Load.Percentile([.. figures.Order()], 99), 1);
    }
}
