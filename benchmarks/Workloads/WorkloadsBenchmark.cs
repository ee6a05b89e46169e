using System.Globalization;

namespace ActorKube.Benchmarks.Workloads;

/// <summary>
/// What large workloads cost the host for each of their pods, in two sizes of each kind: an Indexed Job on the simulated node, and a rolling update on nodes that the client pretends. The growth is the
/// cost in the large one by the cost in the small one: 1 is linear. Each size has a host of its own. <c>jobs</c> or <c>rollouts</c> measures one of both, numbers behind it other sizes.
/// </summary>
internal static class WorkloadsBenchmark
{
    private static readonly int[] Completions = [2000, 10_000];
    private static readonly int[] Replicas = [1000, 5000];

    public static async Task<SortedDictionary<string, double>> RunAsync(string[] args)
    {
        var results = new SortedDictionary<string, double>(StringComparer.Ordinal) { ["violations"] = 0 };
        int[] sizes = [.. args.Where(static a => char.IsAsciiDigit(a[0])).Select(static a => int.Parse(a, NumberStyles.None, CultureInfo.InvariantCulture))];
        if (!args.Contains("rollouts"))
        {
            await MeasureAsync(results, "job_completions", "job_growth", sizes is [] ? Completions : sizes, JobRun.RunAsync);
        }

        if (!args.Contains("jobs"))
        {
            await MeasureAsync(results, "rollout", "rollout_growth", sizes is [] ? Replicas : sizes, RolloutRun.RunAsync);
        }

        return results;
    }

    private static async Task MeasureAsync(SortedDictionary<string, double> results, string what, string growth, int[] sizes, Func<HostUnderTest, HttpClient, int, Task<RunCost>> run)
    {
        var each = new List<double>();
        foreach (var size in sizes)
        {
            await using var host = HostUnderTest.Start("simulated");
            using var client = await host.ConnectAsync();
            var cost = await run(host, client, size);
            each.Add(cost.CpuSeconds * 1000 / size);
            results[string.Create(CultureInfo.InvariantCulture, $"{what}_{size}_cpu_ms_each")] = Math.Round(each[^1], 2);
            results[string.Create(CultureInfo.InvariantCulture, $"{what}_{size}_s")] = Math.Round(cost.Seconds, 1);
            results["violations"] += cost.Violations.Count;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what} {size}: {cost.Seconds:0.0} s, {cost.CpuSeconds:0.0} s of CPU, {host.Memory().Peak:0} MB, {cost.Violations.Count} violations"));
            foreach (var violation in cost.Violations.Take(10))
            {
                Console.WriteLine(violation);
            }
        }

        results[growth] = Math.Round(each[^1] / each[0], 2);
    }
}

/// <summary>What one run took.</summary>
/// <param name="Seconds">From the write that begins it until the status says that it is done.</param>
/// <param name="CpuSeconds">Those that the host computed in this time.</param>
/// <param name="Violations">Bounds that a watcher saw broken.</param>
internal sealed record RunCost(double Seconds, double CpuSeconds, IReadOnlyList<string> Violations);
