using ActorKube.Tests.Lab;

namespace ActorKube.Benchmarks.Failover;

/// <summary>
/// Three hosts, each with an engine of its own in a network namespace of its own, PostgreSQL in one more, and load through all hosts: how long a Deployment goes without all of its replicas when a
/// host loses its power or its link, what that costs those who write through the other hosts, how soon all is well again, that a process which is killed and started again costs nothing, and how
/// soon writes go on when the database is back. Root only.
/// </summary>
internal static class FailoverBenchmark
{
    private const int DefaultRuns = 5;

    /// <param name="args"><c>--runs N</c> of each fault; default 5. <c>--fault NAME</c> of <see cref="Fault"/>; default all.</param>
    public static async Task<SortedDictionary<string, double>> RunAsync(string[] args)
    {
        var runs = Options.Number(args, "--runs") ?? DefaultRuns;
        var faults = Options.Text(args, "--fault") is { } fault ? [Enum.Parse<Fault>(fault)] : Enum.GetValues<Fault>();
        await using var lab = await Lab.StartAsync(3, [HostUnderTest.Program], CancellationToken.None);
        var trials = new List<FailoverTrial>();
        foreach (var each in faults)
        {
            for (var run = 0; run < runs; run++)
            {
                var trial = await FailoverRun.MeasureAsync(lab, each, lab.Hosts[run % lab.Hosts.Count]);
                trials.Add(trial);
                Console.WriteLine(trial);
            }
        }

        return Summary(trials);
    }

    private static SortedDictionary<string, double> Summary(IReadOnlyList<FailoverTrial> trials)
    {
        var results = new SortedDictionary<string, double>(StringComparer.Ordinal)
        {
            ["run_twice"] = trials.Sum(static t => t.RunTwice),
            ["failed_writes"] = trials.Sum(static t => t.FailedWrites),
            ["lost_writes"] = trials.Sum(static t => t.LostWrites),
            ["slowest_write_ms"] = Math.Round(trials.Max(static t => t.SlowestWrite.TotalMilliseconds)),
        };
        AddEvictions("process_kill_evictions", Fault.ProcessKill);
        AddEvictions("database_away_evictions", Fault.DatabaseAway);
        Add("detection", trials, static t => t.Detection);
        Add("host_kill_ready", Of(Fault.HostKill), static t => t.Ready);
        Add("partition_ready", Of(Fault.Partition), static t => t.Ready);
        Add("run_once_ready", trials, static t => t.RunOnceReady);
        Add("partition_converged", trials, static t => t.Converged);
        Add("database_back_write", trials, static t => t.WritesBack);
        return results;

        IEnumerable<FailoverTrial> Of(Fault fault) => trials.Where(t => t.Fault == fault);

        void AddEvictions(string name, Fault fault)
        {
            if (Of(fault).Any())
            {
                results[name] = Of(fault).Sum(static t => t.Evictions);
            }
        }

        void Add(string name, IEnumerable<FailoverTrial> of, Func<FailoverTrial, TimeSpan?> value)
        {
            var seconds = of.Select(value).Where(static v => v is not null).Select(static v => v!.Value.TotalSeconds).ToList();
            if (seconds.Count > 0)
            {
                results[$"{name}_s_median"] = Math.Round(Load.Median(seconds), 2);
                results[$"{name}_s_max"] = Math.Round(seconds.Max(), 2);
            }
        }
    }
}
