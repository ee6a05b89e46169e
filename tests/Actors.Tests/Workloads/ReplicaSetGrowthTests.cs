using ActorKube.Actors.Tests.Support;
using ActorKube.Actors.Workloads.ReplicaSets;
using ActorKube.Api.Core;

namespace ActorKube.Actors.Tests.Workloads;

/// <summary>What it costs a ReplicaSet that a pod becomes ready, counted in looks at pods, is the same with a thousand pods as with a few hundred, though it is woken by each of them.</summary>
public sealed class ReplicaSetGrowthTests
{
    private static readonly TimeSpan BetweenPods = TimeSpan.FromMilliseconds(1);

    [Fact(Timeout = 120_000)]
    public async Task ReplicaSet_PodsBecomeReadyOneByOne_CostNoMoreEach()
    {
        var (small, middle, large) = (await LooksEachAsync(250), await LooksEachAsync(500), await LooksEachAsync(1000));
        Assert.True(large < 1.2 * middle && middle < 1.2 * small, $"looks for each pod: {small}, {middle}, {large}");
    }

    [Fact]
    public async Task ReplicaSet_ManyPods_AreLookedAtOnceAWhileButAtOnceForANewSize()
    {
        var set = Make.ReplicaSet("rs", 1000);
        await using var cluster = await Cluster.WithAsync([set, .. Enumerable.Range(0, 1000).Select(i => Make.Pod($"p{i}", set))]);
        var reconciler = new ReplicaSetReconciler(ReplicaKind.ReplicaSets);
        Assert.Null(cluster.Decide(reconciler, set).RequeueAfter);
        Assert.Equal(TimeSpan.FromMilliseconds(20), cluster.Decide(reconciler, set).RequeueAfter);

        await cluster.PutAsync(set with { Metadata = set.Metadata with { Generation = 2 }, Spec = set.Spec with { Replicas = 999 } });
        Assert.Contains(cluster.Decide(reconciler, set).Texts(), static t => t.StartsWith("delete", StringComparison.Ordinal));
    }

    private static async Task<double> LooksEachAsync(int replicas)
    {
        var set = Make.ReplicaSet("rs", replicas);
        var pods = Enumerable.Range(0, replicas).Select(i => Make.Pod($"p{i}", set, node: "n1", phase: PodPhases.Running)).ToList();
        await using var cluster = await Cluster.WithAsync([set, .. pods]);
        var reconciler = new ReplicaSetReconciler(ReplicaKind.ReplicaSets);
        var looks = 0;
        foreach (var pod in pods)
        {
            await cluster.PutAsync(pod with { Status = PodConditions.With(pod.Status, PodConditions.Ready, ConditionStatus.True, cluster.Now) });
            looks += cluster.Decide(reconciler, set).RequeueAfter is null ? replicas : 0;
            cluster.Time.Advance(BetweenPods);
        }

        return (double)looks / replicas;
    }
}
