using ActorKube.Actors.Tests.Support;
using ActorKube.Actors.Workloads.DaemonSets;
using ActorKube.Actors.Workloads.StatefulSets;
using ActorKube.Api.Apps;
using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Engine.Actors.Reconciling;

namespace ActorKube.Actors.Tests.Workloads;

/// <summary>
/// Controllers that are killed between any two actions, while pods come, become ready and go, end where those end that live; and at no instant is there a pod too
/// many, or one too few that may not be missing. A seed that fails says so in the test's name.
/// </summary>
public sealed class CrashTests
{
    private const int Stuck = 5_000;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 25)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task StatefulSet_KilledAnywhere_EndsWithItsPods(int seed)
    {
        var random = new Random(seed);
        var policy = random.Next(2) == 0 ? PodManagementPolicies.OrderedReady : PodManagementPolicies.Parallel;
        var set = Sets.WithClaims(Sets.Stateful(random.Next(1, 6), policy: policy), "Delete", "Delete");
        await using var cluster = await Cluster.WithAsync(set);
        await RunAsync(cluster, set, () => new StatefulSetReconciler(), random, static _ => { });

        set = await ChangeAsync<StatefulSet>(cluster, set, s => s with { Spec = s.Spec with { Template = Make.Template("img:2") } });
        var total = set.Spec.Replicas!.Value;
        await RunAsync(cluster, set, () => new StatefulSetReconciler(), random, pods => Assert.True(pods.Count(PodReadiness.IsReady) >= total - 1, "two pods are missing at once"));
        Assert.All(PodLife.Pods(cluster), static p => Assert.Equal("img:2", p.Spec.Containers![0].Image));

        set = await ChangeAsync<StatefulSet>(cluster, set, s => s with { Spec = s.Spec with { Replicas = random.Next(0, 8) } });
        await RunAsync(cluster, set, () => new StatefulSetReconciler(), random, static _ => { });

        var names = Enumerable.Range(0, set.Spec.Replicas!.Value).Select(static i => $"web-{i}").ToList();
        Assert.Equal(names, PodLife.Pods(cluster).Select(static p => p.Metadata.Name));
        var status = cluster.Get<StatefulSet>(Cluster.KeyOf(set)).Status;
        Assert.Equal((names.Count, names.Count, names.Count), (status.Replicas, status.ReadyReplicas, status.UpdatedReplicas));
        Assert.Equal(2, cluster.View.Snapshot().List("controllerrevisions.apps").Count());
        var owners = cluster.View.Snapshot().List("persistentvolumeclaims").ToDictionary(static c => c.Key.Name, static c => c.Header.Controller!.Kind);
        Assert.All(names, n => Assert.Equal("StatefulSet", owners["data-" + n]));
        Assert.All(owners.Where(o => !names.Contains(o.Key[5..])), static o => Assert.Equal("Pod", o.Value));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task StatefulSet_BrokenRevisionRolledBack_EndsWithTheGoodOne(int seed)
    {
        var random = new Random(seed);
        var set = Sets.Stateful(3);
        await using var cluster = await Cluster.WithAsync(set);
        await RunAsync(cluster, set, () => new StatefulSetReconciler(), random, static _ => { });
        set = await ChangeAsync<StatefulSet>(cluster, set, static s => s with { Spec = s.Spec with { Template = Make.Template("img:bad") } });
        await RunAsync(cluster, set, () => new StatefulSetReconciler(), random, static _ => { });
        Assert.Contains(PodLife.Pods(cluster), static p => p.Spec.Containers![0].Image == "img:bad");

        set = await ChangeAsync<StatefulSet>(cluster, set, static s => s with { Spec = s.Spec with { Template = Make.Template("img:1") } });
        cluster.Time.Advance(BrokenRevision.Patience);
        await RunAsync(cluster, set, () => new StatefulSetReconciler(), random, static _ => { });
        Assert.Equal(["img:1", "img:1", "img:1"], PodLife.Pods(cluster).Where(PodReadiness.IsReady).Select(static p => p.Spec.Containers![0].Image));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task DaemonSet_KilledAnywhere_EndsWithOnePodOnEachNode(int seed)
    {
        var random = new Random(seed);
        var nodes = Enumerable.Range(1, random.Next(1, 7)).Select(static i => Make.Node($"n{i}")).ToArray();
        var surges = random.Next(2) == 0;
        var set = surges ? Sets.Daemon(surge: 1, unavailable: 0) : Sets.Daemon(unavailable: 1);
        await using var cluster = await Cluster.WithAsync([set, .. nodes]);
        var ledger = cluster.Ledger();
        await RunAsync(cluster, set, () => new DaemonSetReconciler(ledger), random, static _ => { });

        set = await ChangeAsync<DaemonSet>(cluster, set, static s => s with { Spec = s.Spec with { Template = Make.Template("img:2") } });
        await RunAsync(cluster, set, () => new DaemonSetReconciler(ledger), random, pods =>
        {
            Assert.True(pods.Where(PodReadiness.IsReady).DistinctBy(DaemonPods.NodeOf).Count() >= nodes.Length - (surges ? 0 : 1), "more nodes are without than may be");
            Assert.True(pods.Count(static p => p.Metadata.DeletionTimestamp is null) <= nodes.Length + (surges ? 1 : 0), "a pod too many");
        });

        Assert.Equal(nodes.Select(static n => n.Metadata.Name), PodLife.Pods(cluster).Select(static p => p.Spec.NodeName).Order());
        Assert.All(PodLife.Pods(cluster), static p => Assert.Equal("img:2", p.Spec.Containers![0].Image));
        Assert.Equal(nodes.Length, cluster.Get<DaemonSet>(Cluster.KeyOf(set)).Status.UpdatedNumberScheduled);
    }

    /// <summary>Until nobody has anything to do any more; checks what there is after each step.</summary>
    private static async Task RunAsync(Cluster cluster, IApiObject set, Func<IReconciler> restart, Random random, Action<List<Pod>> check)
    {
        var controller = new CrashingController(cluster, restart, Cluster.KeyOf(set), random);
        var life = new PodLife(cluster, random);
        for (var step = 0; step < Stuck; step++)
        {
            var (worked, happened) = random.Next(2) == 0 ? (await controller.LiveAsync(), true) : (true, await life.StepAsync());
            check(PodLife.Pods(cluster));
            if (!(worked && happened) && !await controller.LiveAsync() && !await life.StepAsync())
            {
                return;
            }
        }

        Assert.Fail("It never comes to rest.");
    }

    private static async Task<T> ChangeAsync<T>(Cluster cluster, T set, Func<T, T> change)
        where T : class, IApiObject
    {
        var now = cluster.Get<T>(Cluster.KeyOf(set));
        var next = change(now);
        next = (T)next.With(next.Metadata with { Generation = now.Metadata.Generation + 1 });
        await cluster.PutAsync(next);
        return next;
    }
}
