using ActorKube.Actors.Actions;
using ActorKube.Actors.Tests.Support;
using ActorKube.Actors.Workloads.Jobs;
using ActorKube.Api.Batch;
using ActorKube.Api.Core;
using ActorKube.Engine.Actors.Regions;
using ActorKube.Engine.Commands;

namespace ActorKube.Actors.Tests.Workloads.Jobs;

/// <summary>
/// What a completion costs, counted in looks at pods and bytes of status, is the same for the first and the ten-thousandth: pods end one by one and out of order, and the Job looks after every one.
/// </summary>
public sealed class JobGrowthTests
{
    private const int Parallelism = 40;

    [Fact(Timeout = 120_000)]
    public async Task Indexed_MoreCompletions_CostNoMoreEach()
    {
        var (small, middle, large) = (await CostAsync(250), await CostAsync(500), await CostAsync(1000));
        Assert.True(large.Looks < 1.2 * middle.Looks && middle.Looks < 1.2 * small.Looks, $"looks a completion: {small.Looks}, {middle.Looks}, {large.Looks}");
        Assert.True(large.Bytes < 1.3 * middle.Bytes && middle.Bytes < 1.3 * small.Bytes, $"bytes a completion: {small.Bytes}, {middle.Bytes}, {large.Bytes}");
        Assert.True(large.Looks < 4 * Parallelism, $"{large.Looks} looks a completion");
    }

    [Fact]
    public async Task Job_ManyPods_AreLookedAtOnceAWhile()
    {
        var job = JobText.Job("completions=1000 parallelism=1000 Active=1000");
        await using var cluster = await Cluster.WithAsync([job, .. JobText.Pods(job, string.Join(' ', Enumerable.Range(0, 1000).Select(static i => $"p{i}:R")))]);
        var reconciler = new JobReconciler();
        Assert.Null(cluster.Decide(reconciler, job).RequeueAfter);
        Assert.Equal(TimeSpan.FromMilliseconds(200), cluster.Decide(reconciler, job).RequeueAfter);

        cluster.Time.Advance(TimeSpan.FromMilliseconds(200));
        Assert.Null(cluster.Decide(reconciler, job).RequeueAfter);

        await cluster.PutAsync(job with { Metadata = job.Metadata with { Generation = 2 }, Spec = job.Spec with { Parallelism = 999 } });
        Assert.Contains(cluster.Decide(reconciler, job).Texts(), static t => t.StartsWith("delete", StringComparison.Ordinal));
    }

    private static async Task<(double Looks, double Bytes)> CostAsync(int completions)
    {
        var job = JobText.Job($"indexed completions={completions} parallelism={Parallelism} Unstarted");
        var (key, random) = (Cluster.KeyOf(job), new Random(7));
        await using var cluster = await Cluster.WithAsync(job);
        var performer = new ActionPerformer(cluster.Commands, new NoEvents(), Cluster.Writes, []);
        var (looks, bytes, reconciler) = (0L, 0L, new JobReconciler());
        while (!cluster.Get<Job>(key).IsFinished())
        {
            var running = JobPods.Of(cluster.View.Snapshot(), "uid-of-work").ToList();
            looks += running.Count;
            var decision = cluster.Decide(reconciler, key);
            foreach (var action in decision.Actions)
            {
                await performer.PerformAsync(new ActorTurn(key, cluster.Store), action, TestContext.Current.CancellationToken);
                bytes += action is ReplaceStatus ? cluster.View.Snapshot().Get(key)!.Json.Length : 0;
            }

            if (decision.Actions.IsEmpty)
            {
                var pod = running[random.Next(running.Count)].Read<Pod>();
                await cluster.PutAsync(pod with { Status = pod.Status with { Phase = PodPhases.Succeeded } });
            }
        }

        return ((double)looks / completions, (double)bytes / completions);
    }
}
