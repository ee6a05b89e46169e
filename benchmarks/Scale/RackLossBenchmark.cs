using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace ActorKube.Benchmarks.Scale;

/// <summary>
/// A rack of 500 simulated nodes with 15,000 pods loses its power: how long until as many pods run elsewhere. <c>--nodes</c> (5,000) in <c>--racks</c> (10) with <c>--pods</c> (150,000) in all; what is
/// asked of the rack's size follows from these. That the loss has to be noticed first is part of it.
/// </summary>
internal static class RackLossBenchmark
{
    private const string Rack = "topology.actorkube.io/rack=rack-1";

    public static async Task<SortedDictionary<string, double>> RunAsync(string[] args)
    {
        var (nodes, racks, pods) = (Options.Number(args, "--nodes") ?? 5000, Options.Number(args, "--racks") ?? 10, Options.Number(args, "--pods") ?? 150_000);
        await using var host = SimulatedCluster.Start(args, nodes, $"zones=5,racks={racks}");
        using var client = await host.ConnectAsync();
        await SimulatedCluster.WaitForNodesAsync(client, nodes);
        await using var times = await PodTimes.StartAsync(client, "default");
        await SimulatedCluster.FillAsync(client, times, pods);

        var names = await SimulatedCluster.NamesAsync(client, $"/api/v1/nodes?labelSelector={Uri.EscapeDataString(Rack)}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{names.Count} nodes lose their power"));
        var (start, lost) = (Stopwatch.GetTimestamp(), times.On(names));
        await Load.RunAsync(16, names.Count, i => Requests.EnsureAsync(client.PatchAsync(
            $"/api/v1/nodes/{names[i]}", new StringContent("""{"metadata":{"annotations":{"simulated.actorkube.io/power":"off"}}}""", Encoding.UTF8, "application/merge-patch+json"))));
        var off = Stopwatch.GetElapsedTime(start).TotalSeconds;
        await times.UntilAsync(() => times.Bound >= pods + lost, "lost");
        await times.UntilAsync(() => times.Running >= pods + lost, "lost");
        var (bound, running) = (Stopwatch.GetElapsedTime(start, times.LastBound).TotalSeconds, Stopwatch.GetElapsedTime(start, times.LastRunning).TotalSeconds);
        return new SortedDictionary<string, double>(StringComparer.Ordinal)
        {
            ["lost_nodes"] = names.Count,
            ["lost_pods"] = lost,
            ["power_off_s"] = Math.Round(off, 2),
            ["rescheduled_s"] = Math.Round(bound, 2),
            ["running_s"] = Math.Round(running, 2),
            ["peak_rss_mb"] = Math.Round(host.Memory().Peak),
        };
    }
}
