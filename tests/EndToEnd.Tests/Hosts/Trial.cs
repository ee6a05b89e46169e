using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ActorKube.Tests.Lab;

namespace ActorKube.EndToEnd.Tests.Hosts;

/// <summary>
/// One fault and what comes of it: a Deployment on three well hosts, one watcher that looks through a host that nothing happens to, and load through all. At its end every
/// acknowledged write is looked for on each host.
/// </summary>
internal sealed class Trial : IAsyncDisposable
{
    private const string Pods = "/api/v1/namespaces/default/pods";
    private const string Nodes = "/api/v1/nodes";
    private const string Deployments = "/apis/apps/v1/namespaces/default/deployments";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static int _number;
    private readonly Lab _lab;

    private Trial(Lab lab, LabHost victim, LabHost witness)
    {
        _lab = lab;
        (Victim, Witness) = (victim, witness);
        Load = WriteLoad.Start(lab.Hosts, $"trial{Interlocked.Increment(ref _number)}");
        (PodWatch, NodeWatch) = (LabWatch.Start(Witness, Pods), LabWatch.Start(Witness, Nodes));
    }

    /// <summary>What the fault happens to.</summary>
    public LabHost Victim { get; }

    /// <summary>Through which it is seen.</summary>
    public LabHost Witness { get; }

    public WriteLoad Load { get; }

    public LabWatch PodWatch { get; private set; }

    public LabWatch NodeWatch { get; private set; }

    /// <summary>Runs the Deployments on all three hosts.</summary>
    public static async Task<Trial> StartAsync(Lab lab, int victim, params IReadOnlyList<JsonObject> deployments)
    {
        var trial = new Trial(lab, lab.Hosts[victim], lab.Hosts[(victim + 1) % lab.Hosts.Count]);
        try
        {
            await trial.NodesAreReadyAsync(Patience);
            foreach (var deployment in deployments)
            {
                using var body = new StringContent(deployment.ToJsonString(), Encoding.UTF8, "application/json");
                using var answer = await trial.Witness.Client.PostAsync(new Uri(Deployments, UriKind.Relative), body, TestContext.Current.CancellationToken);
                Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            }

            var wanted = deployments.Sum(static d => (int)d["spec"]!["replicas"]!);
            await trial.PodWatch.UntilAsync(pods => pods.Count(LabPods.IsReady) == wanted, Patience, $"{wanted} pods are ready");
            return trial;
        }
        catch
        {
            await trial.DisposeAsync();
            throw;
        }
    }

    /// <summary>After a restart of the witness.</summary>
    public async Task RenewWatchesAsync()
    {
        await PodWatch.DisposeAsync();
        await NodeWatch.DisposeAsync();
        (PodWatch, NodeWatch) = (LabWatch.Start(Witness, Pods), LabWatch.Start(Witness, Nodes));
    }

    public Task<DateTimeOffset> NodesAreReadyAsync(TimeSpan limit) =>
        NodeWatch.UntilAsync(nodes => nodes.Count(LabPods.IsReady) == _lab.Hosts.Count && nodes.All(static n => n["spec"]?["taints"] is not JsonArray { Count: > 0 }), limit, "all nodes are ready");

    /// <summary>All nodes are well, and there are as many pods as wanted: what was replaced is gone.</summary>
    public async Task<DateTimeOffset> ConvergedAsync(int pods, TimeSpan limit)
    {
        await NodesAreReadyAsync(limit);
        return await PodWatch.UntilAsync(all => all.Count == pods && all.All(LabPods.IsReady), limit, $"there are {pods} pods, all ready");
    }

    /// <summary>A write that begins from now on is acknowledged on each host.</summary>
    public async Task WritesGoOnAsync(TimeSpan limit)
    {
        var since = TimeProvider.System.GetUtcNow();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (_lab.Hosts.Any(h => !Load.Writes.Any(w => w.Host == h.Name && w.Failure is null && w.At - w.Took >= since)))
        {
            Assert.True(TimeProvider.System.GetUtcNow() < since + limit, $"Writes don't go on within {limit.TotalSeconds:0.0} s.");
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>So many pods of an app are ready on other hosts than the victim.</summary>
    public Task<DateTimeOffset> ReadyElsewhereAsync(string app, int count, TimeSpan limit) =>
        PodWatch.UntilAsync(pods => pods.Count(p => LabPods.App(p) == app && LabPods.IsReady(p) && LabPods.Node(p) != Victim.Name) == count, limit, $"{count} pods of {app} are ready elsewhere than on {Victim.Name}");

    /// <summary>What must be equal before and after, where nothing is to be moved or restarted.</summary>
    public async Task<string> ContainersAsync()
    {
        var pods = JsonNode.Parse(await Witness.Client.GetStringAsync(new Uri(Pods, UriKind.Relative), TestContext.Current.CancellationToken))!["items"]!.AsArray();
        return string.Join('\n', pods.Select(static p => $"{LabPods.Name(p!)} on {LabPods.Node(p!)}: {p!["status"]!["containerStatuses"]![0]!["containerID"]} {p["status"]!["containerStatuses"]![0]!["restartCount"]} {LabPods.IsReady(p)}").Order(StringComparer.Ordinal));
    }

    /// <summary>What the victim says to a write and to a read.</summary>
    public async Task<(HttpStatusCode Write, HttpStatusCode Read)> AskVictimAsync()
    {
        using var body = new StringContent("""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"minority"}}""", Encoding.UTF8, "application/json");
        using var write = await Victim.Client.PostAsync(new Uri("/api/v1/namespaces/default/configmaps", UriKind.Relative), body, TestContext.Current.CancellationToken);
        using var read = await Victim.Client.GetAsync(new Uri(Pods, UriKind.Relative), TestContext.Current.CancellationToken);
        return (write.StatusCode, read.StatusCode);
    }

    /// <summary>Writes through the hosts that nothing happened to.</summary>
    public void NoOtherWriteFailed(TimeSpan slowest)
    {
        var others = Load.Writes.Where(w => w.Host != Victim.Name).ToList();
        Assert.NotEmpty(others);
        Assert.Equal([], others.Where(static w => w.Failure is not null));
        Assert.Equal([], others.Where(w => w.Took > slowest));
    }

    /// <summary>Each host has every write that any of them acknowledged.</summary>
    public async Task NothingIsLostAsync()
    {
        foreach (var host in _lab.Hosts)
        {
            Assert.Equal([], await Load.LostAsync(host));
        }

        Assert.Contains(Load.Writes, static w => w.Failure is null);
    }

    /// <summary>Leaves the cluster as it was found, also after a failure in the middle.</summary>
    public async ValueTask DisposeAsync()
    {
        await Load.DisposeAsync();
        await _lab.RecoverAsync(CancellationToken.None);
        await RenewWatchesAsync();
        using (var gone = await Witness.Client.DeleteAsync(new Uri(Deployments, UriKind.Relative), CancellationToken.None))
        {
            gone.EnsureSuccessStatusCode();
        }

        await PodWatch.UntilAsync(static pods => pods.Count == 0, Patience, "no pods are left");
        await NodesAreReadyAsync(Patience);
        await PodWatch.DisposeAsync();
        await NodeWatch.DisposeAsync();
    }
}
