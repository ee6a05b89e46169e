using ActorKube.Actors.Tests.Support;
using ActorKube.Api.Apps;
using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.Tests.Catalog;

/// <summary>The actors together, from a Deployment to bound pods and back.</summary>
public sealed class ControlPlaneTests
{
    private static readonly ObjectKey Web = new("deployments.apps", "ns", "web");

    [Fact(Timeout = 60_000)]
    public async Task Deployment_OnThreeNodes_HasItsPodsSpread()
    {
        await using var cluster = await StartAsync(6);
        await cluster.UntilAsync(static c => Bound(c) == 6);
        Assert.Equal([2, 2, 2], cluster.All<Pod>("pods").CountBy(static p => p.Spec.NodeName!).Select(static n => n.Value));

        await cluster.RunBoundPodsAsync();
        await cluster.UntilAsync(static c => c.All<Deployment>("deployments.apps").Single().Status.AvailableReplicas == 6);
    }

    [Fact(Timeout = 60_000)]
    public async Task Deployment_WithANewTemplate_RollsOver()
    {
        await using var cluster = await StartAsync(3);
        await cluster.UntilAsync(static c => Bound(c) == 3);
        await cluster.RunBoundPodsAsync();
        await cluster.UpdateAsync<Deployment>(Web, static d => d with { Spec = d.Spec with { Template = Make.Template("img:2") } });
        while (cluster.All<Pod>("pods").Count(static p => p.Spec.Containers![0].Image == "img:2" && PodReadiness.IsReady(p)) < 3)
        {
            await cluster.UntilAsync(static c => c.All<Pod>("pods").Any(static p => p.Spec.NodeName is not null && p.Status.Phase == PodPhases.Pending) || IsDone(c));
            await cluster.RunBoundPodsAsync();
            await EndAsync(cluster);
        }

        await cluster.UntilAsync(static c => c.All<Deployment>("deployments.apps").Single().Status is { UpdatedReplicas: 3, AvailableReplicas: 3, Replicas: 3 });
    }

    [Fact(Timeout = 60_000)]
    public async Task Pod_OfAReplicaSet_IsReplacedWhenDeleted()
    {
        await using var cluster = await StartAsync(1);
        await cluster.UntilAsync(static c => Bound(c) == 1);
        var first = cluster.All<Pod>("pods").Single();
        await cluster.DeleteAsync(new ObjectKey("pods", "ns", first.Metadata.Name!), new DeleteOptions { GracePeriodSeconds = 0 });
        await cluster.UntilAsync(c => c.All<Pod>("pods").Any(p => p.Metadata.Uid != first.Metadata.Uid && p.Spec.NodeName is not null));
    }

    [Theory(Timeout = 60_000)]
    [InlineData(PropagationPolicies.Background)]
    [InlineData(PropagationPolicies.Foreground)]
    public async Task Deployment_Deleted_TakesAllWithIt(string policy)
    {
        await using var cluster = await StartAsync(2);
        await cluster.UntilAsync(static c => Bound(c) == 2);
        await cluster.DeleteAsync(Web, new DeleteOptions { PropagationPolicy = policy });
        await cluster.UntilAsync(static c => c.All<Pod>("pods").All(static p => p.Metadata.DeletionTimestamp is not null));
        await EndAsync(cluster);
        await cluster.UntilAsync(static c => c.View.Count("pods") + c.View.Count("replicasets.apps") + c.View.Count("deployments.apps") == 0);
    }

    [Fact(Timeout = 60_000)]
    public async Task Namespace_Deleted_IsEmptiedAndGoes()
    {
        await using var cluster = await StartAsync(2);
        await cluster.UntilAsync(static c => Bound(c) == 2);
        await cluster.DeleteAsync(new ObjectKey("namespaces", "", "ns"));
        await cluster.Time.ArmedAsync(TimeSpan.FromSeconds(5)).WaitAsync(TestContext.Current.CancellationToken);
        cluster.Time.Advance(TimeSpan.FromSeconds(5));

        // The ReplicaSet replaces what goes until it is deleted itself.
        while (cluster.View.Count("namespaces") > 0)
        {
            await cluster.UntilAsync(static c => c.View.Count("namespaces") == 0 || c.All<Pod>("pods").Any(static p => p.Metadata.DeletionTimestamp is not null));
            await EndAsync(cluster);
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task Pod_ThatWaitsForRoom_IsBoundWhenANodeComes()
    {
        await using var cluster = await RunningCluster.StartAsync(Make.Namespace(), Make.Node("n1", "1"), Make.Asking(Make.Pod("p"), "2"));
        await cluster.UntilAsync(static c => c.All<Pod>("pods").Single().Status.Conditions?.Any(static x => x.Reason == PodConditions.Unschedulable) == true);
        await cluster.CreateAsync(Make.Node("n2", "4"));
        await cluster.UntilAsync(static c => c.All<Pod>("pods").Single().Spec.NodeName == "n2");
    }

    [Fact(Timeout = 60_000)]
    public async Task Node_WithRoomForTwo_TakesTwoOfMany()
    {
        await using var cluster = await RunningCluster.StartAsync(
            [Make.Namespace(), Make.Node("n1", pods: 2), .. Enumerable.Range(0, 10).Select(static i => Make.Pod($"p{i}"))]);
        await cluster.UntilAsync(static c => Bound(c) >= 2 && c.All<Pod>("pods").Count(static p => p.Status.Conditions?.Any(static x => x.Reason == PodConditions.Unschedulable) == true) == 8);
        Assert.Equal(2, Bound(cluster));
    }

    private static Task<RunningCluster> StartAsync(int replicas) => RunningCluster.StartAsync(
        Make.Namespace(), Make.Node("n1"), Make.Node("n2"), Make.Node("n3"), Make.Deployment(replicas));

    private static int Bound(RunningCluster cluster) => cluster.All<Pod>("pods").Count(static p => p.Spec.NodeName is not null);

    private static bool IsDone(RunningCluster cluster) => cluster.All<Deployment>("deployments.apps").Single().Status is { UpdatedReplicas: 3, AvailableReplicas: 3 };

    /// <summary>What agents do when the containers of pods that are to go have ended.</summary>
    private static async Task EndAsync(RunningCluster cluster)
    {
        foreach (var pod in cluster.All<Pod>("pods").Where(static p => p.Metadata.DeletionTimestamp is not null))
        {
            await cluster.DeleteAsync(new ObjectKey("pods", "ns", pod.Metadata.Name!), new DeleteOptions { GracePeriodSeconds = 0 });
        }
    }
}
