using System.Globalization;
using ActorKube.Simulation.Runs;

namespace ActorKube.Benchmarks;

/// <summary>
/// Simulated clusters under faults, one for each seed: <c>--seeds N</c> runs N of them from <c>--first</c> (default 1) on and prints those that go wrong, <c>--seed S</c> replays one,
/// with <c>--verbose</c> line by line. <c>--faults-for</c> is how many seconds things go wrong for, default 40: a seed has another history with another time.
/// </summary>
internal static class SimulateBenchmark
{
    public static async Task<SortedDictionary<string, double>> RunAsync(string[] args)
    {
        var one = Options.Number(args, "--seed");
        var (first, count) = one is { } seed ? (seed, 1) : (Options.Number(args, "--first") ?? 1, Options.Number(args, "--seeds") ?? 1000);
        var options = new SimulationOptions { FaultsFor = TimeSpan.FromSeconds(Options.Number(args, "--faults-for") ?? 40), Told = args.Contains("--verbose") ? Console.WriteLine : null };
        var results = new SimulationResult[count];
        var next = -1;

        // Each simulation has a thread to itself from its beginning to its end; they share nothing.
        await Task.WhenAll(Enumerable.Range(0, Math.Min(count, Environment.ProcessorCount)).Select(_ => Task.Factory.StartNew(
            () =>
            {
                for (var i = Interlocked.Increment(ref next); i < count; i = Interlocked.Increment(ref next))
                {
                    Tell(results[i] = SimulationRun.Execute(first + i, options), one is not null);
                }
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));
        return new SortedDictionary<string, double>(StringComparer.Ordinal)
        {
            ["seeds"] = count,
            ["violations"] = results.Count(static r => r.Violations.Count > 0),
            ["steps"] = results.Sum(static r => r.Steps),
            ["virtual_seconds"] = Math.Round(results.Sum(static r => r.VirtualTime.TotalSeconds)),
            ["acknowledged_writes"] = results.Sum(static r => r.Acknowledged),
        };
    }

    private static void Tell(SimulationResult result, bool always)
    {
        if (always || result.Violations.Count > 0)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"seed {result.Seed}: {result.Steps} steps, {result.VirtualTime.TotalSeconds:0.0} s, {result.Acknowledged} writes, history {result.Hash[..16]}"));
        }

        foreach (var violation in result.Violations)
        {
            Console.WriteLine($"seed {result.Seed}: {violation}");
        }
    }
}
