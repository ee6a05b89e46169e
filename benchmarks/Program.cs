using System.Text.Json;
using ActorKube.Benchmarks;
using ActorKube.Benchmarks.Failover;
using ActorKube.Benchmarks.Scale;
using ActorKube.Benchmarks.Workloads;

// Each benchmark prints what it does, and ends with one JSON object as its last line.
var benchmarks = new Dictionary<string, Func<string[], Task<SortedDictionary<string, double>>>>
{
    ["api"] = ApiBenchmark.RunAsync,
    ["start"] = StartBenchmark.RunAsync,
    ["pods"] = PodsBenchmark.RunAsync,
    ["workloads"] = WorkloadsBenchmark.RunAsync,
    ["cluster"] = ClusterBenchmark.RunAsync,
    ["failover"] = FailoverBenchmark.RunAsync,
    ["stalls"] = StallBenchmark.RunAsync,
    ["network"] = NetworkBenchmark.RunAsync,
    ["rackloss"] = RackLossBenchmark.RunAsync,
    ["scale"] = ScaleBenchmark.RunAsync,
    ["schedule"] = ScheduleBenchmark.RunAsync,
    ["simulate"] = SimulateBenchmark.RunAsync,
};
if (args.Length == 0 || !benchmarks.TryGetValue(args[0], out var run))
{
    await Console.Error.WriteLineAsync($"usage: actorkube bench {string.Join('|', benchmarks.Keys)}");
    return 2;
}

var results = await run(args[1..]);
Console.WriteLine(JsonSerializer.Serialize(results));
return 0;
