using ActorKube.Actors.Tests.Support;
using ActorKube.Api.Apps;
using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Tests.Workloads;

/// <summary>
/// Rolling updates of some hundred replicas on the real journal, view and actors, changed again and undone in the middle, while pods become ready in any order: at no moment are there more pods, or fewer
/// ready ones, than the strategy allows. A seed that fails says so in the test's name.
/// </summary>
public sealed class RolloutBoundsTests : IAsyncLifetime
{
    private const int Limit = 120_000;

    private readonly LiveCluster _cluster = new();

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 6)];

    public ValueTask InitializeAsync() => _cluster.InitializeAsync();

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    [Theory(Timeout = Limit)]
    [MemberData(nameof(Seeds))]
    public async Task RollingUpdate_ChangedOnItsWay_KeepsItsBoundsAtEveryMoment(int seed)
    {
        var random = new Random(seed);
        var replicas = random.Next(100, 300);
        var (surge, unavailable) = (random.Next(1, replicas / 3), random.Next(0, replicas / 3));
        var bounds = new RolloutBounds(replicas + surge, replicas - unavailable);
        using var observation = _cluster.Observe(bounds);
        var deployment = await _cluster.CreateAsync(Deployment(replicas, surge, unavailable));
        await RunAsync(random, snapshot => IsComplete(snapshot, "img:0"));

        for (var update = 1; update <= 5; update++)
        {
            // To a new version, or back to one that is still on its way out.
            var image = $"img:{random.Next(0, update + 1)}";
            await _cluster.UpdateAsync<Deployment>(deployment, d => d with { Spec = d.Spec with { Template = Make.Template(image) } });
            var enough = random.Next(0, replicas);
            await RunAsync(random, snapshot => Pods(snapshot).Count(p => IsReady(p, image)) >= enough);
        }

        await _cluster.UpdateAsync<Deployment>(deployment, static d => d with { Spec = d.Spec with { Template = Make.Template("img:last") } });
        await RunAsync(random, static snapshot => IsComplete(snapshot, "img:last"));
        Assert.Empty(bounds.Violations);
    }

    /// <summary>Has pods become ready, a few of any at a time, until it is so.</summary>
    private async Task RunAsync(Random random, Func<ViewSnapshot, bool> isDone)
    {
        while (true)
        {
            var snapshot = await _cluster.UntilAsync(s => isDone(s) || Waiting(s).Any());
            if (isDone(snapshot))
            {
                return;
            }

            var waiting = Waiting(snapshot).ToArray();
            random.Shuffle(waiting);
            await Task.WhenAll(waiting.Take(random.Next(1, 40)).Select(MakeReadyAsync));
        }
    }

    private async Task MakeReadyAsync(StoredObject pod)
    {
        try
        {
            await _cluster.UpdateAsync<Pod>(pod, static p => p with
            {
                Status = PodConditions.With(p.Status with { Phase = PodPhases.Running }, PodConditions.Ready, ConditionStatus.True, TimeProvider.System.GetUtcNow()),
            }, UpdateScope.Status);
        }
        catch (ApiException e) when (e.Code == 404)
        {
            // It was one too many in the meantime.
        }
    }

    private static IEnumerable<StoredObject> Waiting(ViewSnapshot snapshot) =>
        snapshot.List("pods").Where(static s => s.Read<Pod>() is var pod && PodReadiness.IsActive(pod) && !PodReadiness.IsReady(pod));

    private static bool IsComplete(ViewSnapshot snapshot, string image)
    {
        var deployment = snapshot.List("deployments.apps").Single().Read<Deployment>();
        var (wanted, status) = (deployment.Spec.Replicas, deployment.Status);
        return (status.ObservedGeneration, status.Replicas, status.UpdatedReplicas, status.AvailableReplicas) == (deployment.Metadata.Generation, wanted, wanted, wanted)
            && Pods(snapshot).All(p => IsReady(p, image));
    }

    private static bool IsReady(Pod pod, string image) => PodReadiness.IsReady(pod) && pod.Spec.Containers![0].Image == image;

    private static IEnumerable<Pod> Pods(ViewSnapshot snapshot) => snapshot.List("pods").Select(static s => s.Read<Pod>());

    private static Deployment Deployment(int replicas, int surge, int unavailable)
    {
        var deployment = Make.Deployment(replicas, "img:0", surge, unavailable);
        return deployment with { Metadata = new ObjectMeta { Name = "web", Namespace = "ns" } };
    }
}
