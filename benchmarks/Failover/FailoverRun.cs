using System.Text;
using ActorKube.Tests.Lab;

namespace ActorKube.Benchmarks.Failover;

/// <summary>One fault, from a cluster that is well to one that is well again. Load goes through all hosts meanwhile.</summary>
internal sealed class FailoverRun : IAsyncDisposable
{
    public const int Replicas = 6;
    public const int RunOnceReplicas = 3;
    private const string Pods = "/api/v1/namespaces/default/pods";
    private const string Deployments = "/apis/apps/v1/namespaces/default/deployments";
    private const string Web = "web";
    private const string Once = "once";
    private const int All = Replicas + RunOnceReplicas;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Away = TimeSpan.FromSeconds(20);
    private readonly Lab _lab;
    private readonly LabHost _victim;
    private readonly LabHost _witness;
    private readonly LabWatch _pods;
    private readonly LabWatch _nodes;

    private FailoverRun(Lab lab, LabHost victim)
    {
        (_lab, _victim, _witness) = (lab, victim, lab.Hosts.First(h => h != victim));
        (_pods, _nodes) = (LabWatch.Start(_witness, Pods), LabWatch.Start(_witness, "/api/v1/nodes"));
    }

    public static async Task<FailoverTrial> MeasureAsync(Lab lab, Fault fault, LabHost victim)
    {
        await using var run = new FailoverRun(lab, victim);
        return await run.MeasureAsync(fault);
    }

    public async ValueTask DisposeAsync()
    {
        await _pods.DisposeAsync();
        await _nodes.DisposeAsync();
    }

    private async Task<FailoverTrial> MeasureAsync(Fault fault)
    {
        await NodesAreWellAsync();
        await CreateAsync(LabPods.Deployment(Web, Replicas).ToJsonString());
        await CreateAsync(LabPods.Deployment(Once, RunOnceReplicas, isRunOnce: true).ToJsonString());
        await _pods.UntilAsync(static p => p.Count(LabPods.IsReady) == All, Patience, "the pods are ready");
        await using var load = WriteLoad.Start(_lab.Hosts, $"load-{Guid.NewGuid():n}");
        await using var runs = await ContainerRuns.FollowAsync(_lab.Hosts, Once);
        var before = _pods.History.Count;

        var trial = await StrikeAsync(new FailoverTrial(fault, _victim.Name), load);

        await _lab.RecoverAsync(CancellationToken.None);
        await IsAsBeforeAsync();
        var others = load.Writes.Where(w => w.Host != _victim.Name && fault != Fault.DatabaseAway).ToList();
        trial = trial with
        {
            Evictions = _pods.History.Skip(before).Count(static seen => seen.IsGone),
            RunTwice = runs.MostAtATime - RunOnceReplicas,
            FailedWrites = others.Count(static w => w.Failure is not null),
            SlowestWrite = others.Select(static w => w.Took).DefaultIfEmpty().Max(),
            LostWrites = (await load.LostAsync(_witness)).Count,
        };
        await RemoveAsync();
        return trial;
    }

    private async Task<FailoverTrial> StrikeAsync(FailoverTrial trial, WriteLoad load)
    {
        var start = TimeProvider.System.GetUtcNow();
        switch (trial.Fault)
        {
            case Fault.HostKill:
                await Lab.PowerOffAsync(_victim);
                return await FollowAsync(trial, start);
            case Fault.Partition:
                await LabNetwork.CutAsync(_victim.Machine);
                trial = await FollowAsync(trial, start);
                var mended = TimeProvider.System.GetUtcNow();
                await LabNetwork.MendAsync(_victim.Machine);
                return trial with { Converged = await IsAsBeforeAsync() - mended };
            case Fault.ProcessKill:
                await _victim.EndAsync("KILL");
                await _victim.StartProcessAsync(CancellationToken.None);
                return trial with { Ready = await NodesAreWellAsync() - start };
            default:
                await _lab.Database.StopAsync("INT");
                await Task.Delay(Away, TimeProvider.System);
                await _lab.Database.RestartAsync();
                return trial with { WritesBack = await WritesGoOnAsync(load) };
        }
    }

    private async Task<FailoverTrial> FollowAsync(FailoverTrial trial, DateTimeOffset start)
    {
        var detection = _nodes.UntilAsync(n => n.Any(o => LabPods.Name(o) == _victim.Name && !LabPods.IsReady(o)), Patience, "the node is not ready");
        var ready = await ElsewhereAsync(Web, Replicas);
        var runOnce = await ElsewhereAsync(Once, RunOnceReplicas);
        return trial with { Detection = await detection - start, Ready = ready - start, RunOnceReady = runOnce - start };
    }

    private Task<DateTimeOffset> ElsewhereAsync(string app, int replicas) =>
        _pods.UntilAsync(p => p.Count(o => LabPods.App(o) == app && LabPods.IsReady(o) && LabPods.Node(o) != _victim.Name) == replicas, Patience, $"{app} is ready elsewhere");

    private Task<DateTimeOffset> NodesAreWellAsync() => _nodes.UntilAsync(
        n => n.Count(o => LabPods.IsReady(o) && o["spec"]?["taints"] is null or System.Text.Json.Nodes.JsonArray { Count: 0 }) == _lab.Hosts.Count, Patience, "all nodes are well");

    private async Task<DateTimeOffset> IsAsBeforeAsync()
    {
        var nodes = await NodesAreWellAsync();
        var pods = await _pods.UntilAsync(static p => p.Count == All && p.All(LabPods.IsReady), Patience, "there are as many pods as before");
        return nodes > pods ? nodes : pods;
    }

    private async Task<TimeSpan> WritesGoOnAsync(WriteLoad load)
    {
        var back = TimeProvider.System.GetUtcNow();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!_lab.Hosts.All(h => load.Writes.Any(w => w.Host == h.Name && w.Failure is null && w.At > back)))
        {
            await timer.WaitForNextTickAsync();
        }

        return TimeProvider.System.GetUtcNow() - back;
    }

    private async Task CreateAsync(string deployment)
    {
        using var body = new StringContent(deployment, Encoding.UTF8, "application/json");
        await Requests.EnsureAsync(_witness.Client.PostAsync(new Uri(Deployments, UriKind.Relative), body));
    }

    private async Task RemoveAsync()
    {
        using (var gone = await _witness.Client.DeleteAsync(new Uri(Deployments, UriKind.Relative)))
        {
            gone.EnsureSuccessStatusCode();
        }

        await _pods.UntilAsync(static p => p.Count == 0, Patience, "the pods are gone");
    }
}
