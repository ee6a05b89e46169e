using System.Globalization;
using System.Text;
using ActorKube.Tests.Lab;

namespace ActorKube.Benchmarks;

/// <summary>
/// Three hosts, each with an engine of its own in a network namespace of its own, PostgreSQL in one more, and load through all hosts: how long a Deployment goes without all of its replicas when a
/// host loses its power or its link, what that costs those who write through the other hosts, and that a process which is killed and started again costs nothing. Root only.
/// </summary>
internal static class FailoverBenchmark
{
    private const string Pods = "/api/v1/namespaces/default/pods";
    private const string Deployments = "/apis/apps/v1/namespaces/default/deployments";
    private const string App = "web";
    private const int Replicas = 6;
    private const int DefaultRuns = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <param name="args"><c>--runs N</c> of each fault; default 5.</param>
    public static async Task<SortedDictionary<string, double>> RunAsync(string[] args)
    {
        var runs = args is ["--runs", var count] ? int.Parse(count, CultureInfo.InvariantCulture) : DefaultRuns;
        await using var lab = await Lab.StartAsync(3, [HostUnderTest.Program], CancellationToken.None);
        var trials = new List<FailoverTrial>();
        foreach (var fault in new[] { Fault.HostKill, Fault.Partition, Fault.ProcessKill })
        {
            for (var run = 0; run < runs; run++)
            {
                var trial = await TryAsync(lab, fault, lab.Hosts[run % lab.Hosts.Count]);
                trials.Add(trial);
                Console.WriteLine(trial);
            }
        }

        return Summary(trials);
    }

    private static SortedDictionary<string, double> Summary(IReadOnlyList<FailoverTrial> trials)
    {
        var kills = trials.Where(static t => t.Fault == Fault.HostKill).ToList();
        var partitions = trials.Where(static t => t.Fault == Fault.Partition).ToList();
        return new(StringComparer.Ordinal)
        {
            ["detection_s_median"] = Seconds(Load.Median(kills.Concat(partitions).Select(static t => t.Detection.TotalSeconds))),
            ["host_kill_ready_s_median"] = Seconds(Load.Median(kills.Select(static t => t.Ready.TotalSeconds))),
            ["host_kill_ready_s_max"] = Seconds(kills.Max(static t => t.Ready.TotalSeconds)),
            ["partition_ready_s_median"] = Seconds(Load.Median(partitions.Select(static t => t.Ready.TotalSeconds))),
            ["partition_ready_s_max"] = Seconds(partitions.Max(static t => t.Ready.TotalSeconds)),
            ["process_kill_evictions"] = trials.Where(static t => t.Fault == Fault.ProcessKill).Sum(static t => t.Evictions),
            ["failed_writes"] = trials.Sum(static t => t.FailedWrites),
            ["lost_writes"] = trials.Sum(static t => t.LostWrites),
            ["slowest_write_ms"] = Math.Round(trials.Max(static t => t.SlowestWrite.TotalMilliseconds)),
        };
    }

    private static double Seconds(double value) => Math.Round(value, 2);

    private static async Task<FailoverTrial> TryAsync(Lab lab, Fault fault, LabHost victim)
    {
        var witness = lab.Hosts.First(h => h != victim);
        await using var pods = LabWatch.Start(witness, Pods);
        await using var nodes = LabWatch.Start(witness, "/api/v1/nodes");
        await nodes.UntilAsync(n => n.Count(LabPods.IsReady) == lab.Hosts.Count, Patience, "all nodes are ready");
        using (var body = new StringContent(LabPods.Deployment(App, Replicas).ToJsonString(), Encoding.UTF8, "application/json"))
        {
            await Requests.EnsureAsync(witness.Client.PostAsync(new Uri(Deployments, UriKind.Relative), body));
        }

        await pods.UntilAsync(static p => p.Count(LabPods.IsReady) == Replicas, Patience, "the pods are ready");
        await using var load = WriteLoad.Start(lab.Hosts, $"load-{Guid.NewGuid():n}");
        var before = pods.History.Count;
        var start = TimeProvider.System.GetUtcNow();
        var (detection, ready) = await StrikeAsync(fault, victim, pods, nodes);
        var evictions = pods.History.Skip(before).Count(static seen => seen.IsGone);
        var others = load.Writes.Where(w => w.Host != victim.Name).ToList();

        await lab.RecoverAsync(CancellationToken.None);
        await nodes.UntilAsync(n => n.Count(LabPods.IsReady) == lab.Hosts.Count, Patience, "all nodes are ready again");
        var lost = await load.LostAsync(witness);
        using (var gone = await witness.Client.DeleteAsync(new Uri(Deployments, UriKind.Relative)))
        {
            gone.EnsureSuccessStatusCode();
        }

        await pods.UntilAsync(static p => p.Count == 0, Patience, "the pods are gone");
        return new FailoverTrial(fault, victim.Name, detection - start, ready - start, evictions, others.Count(static w => w.Failure is not null), others.Max(static w => w.Took), lost.Count);
    }

    /// <summary>When the Node was NotReady and when all replicas were Ready elsewhere; for a process that comes back, when its Node was well again.</summary>
    private static async Task<(DateTimeOffset Detection, DateTimeOffset Ready)> StrikeAsync(Fault fault, LabHost victim, LabWatch pods, LabWatch nodes)
    {
        switch (fault)
        {
            case Fault.HostKill:
                await Lab.PowerOffAsync(victim);
                break;
            case Fault.Partition:
                await LabNetwork.CutAsync(victim.Machine);
                break;
            default:
                await victim.EndAsync("KILL");
                await victim.StartProcessAsync(CancellationToken.None);
                var well = await nodes.UntilAsync(static n => n.All(LabPods.IsReady), Patience, "the node is ready");
                return (well, well);
        }

        var detection = nodes.UntilAsync(n => n.Any(o => LabPods.Name(o) == victim.Name && !LabPods.IsReady(o)), Patience, "the node is not ready");
        var ready = await pods.UntilAsync(p => p.Count(o => LabPods.IsReady(o) && LabPods.Node(o) != victim.Name) == Replicas, Patience, "the replicas are ready elsewhere");
        return (await detection, ready);
    }

    private enum Fault
    {
        HostKill,
        Partition,
        ProcessKill,
    }

    private sealed record FailoverTrial(
        Fault Fault, string Victim, TimeSpan Detection, TimeSpan Ready, int Evictions, int FailedWrites, TimeSpan SlowestWrite, int LostWrites);
}
