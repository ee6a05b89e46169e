using System.Diagnostics;
using System.Text;
using ActorKube.Tests.Lab;

namespace ActorKube.Benchmarks.Failover;

/// <summary>
/// False alarms: three hosts as in <see cref="FailoverBenchmark"/>, twice as many busy loops as the machine has cores, and every ten seconds one of the hosts' processes stopped for two. Nothing of
/// it may move a pod. Root only.
/// </summary>
internal static class StallBenchmark
{
    private const int Replicas = 6;
    private const int DefaultMinutes = 10;
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Stall = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <param name="args"><c>--minutes N</c>; default 10.</param>
    public static async Task<SortedDictionary<string, double>> RunAsync(string[] args)
    {
        var minutes = Options.Number(args, "--minutes") ?? DefaultMinutes;
        await using var lab = await Lab.StartAsync(3, [HostUnderTest.Program], CancellationToken.None);
        await using var pods = LabWatch.Start(lab.Hosts[0], "/api/v1/namespaces/default/pods");
        await using var nodes = LabWatch.Start(lab.Hosts[0], "/api/v1/nodes");
        using (var body = new StringContent(LabPods.Deployment("web", Replicas).ToJsonString(), Encoding.UTF8, "application/json"))
        {
            await Requests.EnsureAsync(lab.Hosts[0].Client.PostAsync(new Uri("/apis/apps/v1/namespaces/default/deployments", UriKind.Relative), body));
        }

        await pods.UntilAsync(static p => p.Count(LabPods.IsReady) == Replicas, Patience, "the pods are ready");
        await nodes.UntilAsync(n => n.Count(LabPods.IsReady) == lab.Hosts.Count, Patience, "all nodes are ready");
        var (podsBefore, nodesBefore) = (pods.History.Count, nodes.History.Count);
        await using var load = WriteLoad.Start(lab.Hosts, "stalls");
        var stalls = await StallAsync(lab, TimeSpan.FromMinutes(minutes));
        return new(StringComparer.Ordinal)
        {
            ["minutes"] = minutes,
            ["stalls"] = stalls,
            ["evictions"] = pods.History.Skip(podsBefore).Count(static s => s.IsGone),
            ["nodes_not_ready"] = nodes.History.Skip(nodesBefore).Count(static s => !LabPods.IsReady(s.Object)),
            ["writes"] = load.Writes.Count,
            ["failed_writes"] = load.Writes.Count(static w => w.Failure is not null),
            ["lost_writes"] = (await load.LostAsync(lab.Hosts[0])).Count,
        };
    }

    private static async Task<int> StallAsync(Lab lab, TimeSpan duration)
    {
        var burners = Enumerable.Range(0, 2 * Environment.ProcessorCount).Select(static _ => Process.Start("sh", ["-c", "while :; do :; done"])).ToList();
        try
        {
            var stalls = 0;
            for (var watch = Stopwatch.StartNew(); watch.Elapsed < duration; stalls++)
            {
                var victim = lab.Hosts[stalls % lab.Hosts.Count];
                await victim.SignalAsync("STOP");
                await Task.Delay(Stall, TimeProvider.System);
                await victim.SignalAsync("CONT");
                await Task.Delay(Period - Stall, TimeProvider.System);
            }

            return stalls;
        }
        finally
        {
            foreach (var burner in burners)
            {
                burner.Kill();
                await burner.WaitForExitAsync();
                burner.Dispose();
            }
        }
    }
}
