using ActorKube.Actors.Actions;
using ActorKube.Actors.Tests.Support;
using ActorKube.Actors.Workloads.Deployments;
using ActorKube.Api.Apps;
using ActorKube.Api.Core;
using ActorKube.Api.Meta;

namespace ActorKube.Actors.Tests.Workloads;

public sealed class DeploymentTests
{
    private static readonly DeploymentReconciler Reconciler = new();

    [Fact]
    public async Task Deployment_New_MakesItsReplicaSet()
    {
        var deployment = Make.Deployment(3);
        await using var cluster = await Cluster.WithAsync(deployment);
        var decision = cluster.Decide(Reconciler, deployment);
        var name = "web-" + PodTemplateHash.Compute(deployment.Spec.Template);

        Assert.Equal([$"create ReplicaSet {name} at 3", $"event ScalingReplicaSet: Scaled up replica set {name} from 0 to 3", "status web"], decision.Texts());
        var set = (ReplicaSet)((CreateObject)decision.Only<InBursts>().Actions.Single()).Object;
        Assert.Equal(("1", "3", "4"), (Annotation(set, "revision"), Annotation(set, "desired-replicas"), Annotation(set, "max-replicas")));
        Assert.Equal(set.Metadata.Labels!["pod-template-hash"], set.Spec.Selector!.MatchLabels!["pod-template-hash"]);
        Assert.Equal("1", Annotation((Deployment)decision.Only<ReplaceStatus>().Next, "revision"));
    }

    [Fact]
    public async Task Deployment_NameTakenByAnotherTemplate_CountsTheCollision()
    {
        var deployment = Make.Deployment(1);
        var other = Make.ReplicaSet("web-" + PodTemplateHash.Compute(deployment.Spec.Template), 0);
        await using var cluster = await Cluster.WithAsync(deployment, other with { Metadata = other.Metadata with { Labels = Make.Labels("app=other") } });
        var decision = cluster.Decide(Reconciler, deployment);

        Assert.Equal(["status web"], decision.Texts());
        Assert.Equal(1, ((Deployment)decision.Only<ReplaceStatus>().Next).Status.CollisionCount);
    }

    [Fact]
    public async Task Deployment_OrphanedReplicaSet_IsAdopted()
    {
        var deployment = Make.Deployment(1);
        await using var cluster = await Cluster.WithAsync(deployment, Make.ReplicaSet("web-1", 1));
        Assert.Equal(["replace web-1 at 1"], cluster.Decide(Reconciler, deployment).Texts());
    }

    /// <summary>Sizes and available pods of the old and the new ReplicaSet in; sizes out. 10 replicas, at most 3 more and 2 missing.</summary>
    [Theory]
    [InlineData(10, 10, 0, 0, 10, 3)]
    [InlineData(10, 10, 3, 0, 8, 3)]
    [InlineData(8, 8, 3, 0, 8, 5)]
    [InlineData(8, 8, 5, 0, 8, 5)]
    [InlineData(8, 8, 5, 2, 6, 5)]
    [InlineData(8, 6, 5, 0, 8, 5)]
    [InlineData(8, 10, 5, 5, 8, 5)]
    [InlineData(0, 0, 10, 10, 0, 10)]
    public async Task RollingUpdate_OneStep_KeepsWithinSurgeAndAvailability(int old, int oldAvailable, int fresh, int freshAvailable, int oldNext, int freshNext)
    {
        var deployment = Make.Deployment(10, "img:2", 3, 2);
        var sizes = await NextSizesAsync(deployment, Set(deployment, "web-1", "img:1", 1, old, oldAvailable), Set(deployment, "web-2", "img:2", 2, fresh, freshAvailable));
        Assert.Equal([oldNext, freshNext], sizes);
    }

    /// <summary>Sizes and reported pods of the old and the new ReplicaSet in, all of them available; sizes out. What is still to be deleted takes room, and is not counted on.</summary>
    [Theory]
    [InlineData(8, 10, 3, 3, 8, 3)]
    [InlineData(8, 8, 3, 3, 8, 5)]
    [InlineData(8, 8, 3, 5, 5, 3)]
    [InlineData(7, 7, 1, 6, 7, 1)]
    public async Task RollingUpdate_PodsYetToBeDeleted_TakeRoomAndDoNotCount(int old, int oldPods, int fresh, int freshPods, int oldNext, int freshNext)
    {
        var deployment = Make.Deployment(10, "img:2", 3, 2);
        var sizes = await NextSizesAsync(
            deployment, Reporting(Set(deployment, "web-1", "img:1", 1, old, oldPods), oldPods), Reporting(Set(deployment, "web-2", "img:2", 2, fresh, freshPods), freshPods));
        Assert.Equal([oldNext, freshNext], sizes);
    }

    [Theory]
    [InlineData("web-1")]
    [InlineData("web-2")]
    public async Task RollingUpdate_SizeNotSeenYet_Waits(string behind)
    {
        var deployment = Make.Deployment(10, "img:2", 3, 2);
        ReplicaSet[] sets = [Set(deployment, "web-1", "img:1", 1, 8, 8), Set(deployment, "web-2", "img:2", 2, 3, 3)];
        var sizes = await NextSizesAsync(deployment, [.. sets.Select(s => s.Metadata.Name == behind ? s with { Metadata = s.Metadata with { Generation = 2 } } : s)]);
        Assert.Equal([8, 3], sizes);
    }

    [Fact]
    public async Task RollingUpdate_UnhealthyOldPods_GoFirst()
    {
        var deployment = Make.Deployment(10, "img:3", 3, 2);
        await using var cluster = await Cluster.WithAsync(
            deployment, Set(deployment, "web-1", "img:1", 1, 8, 8), Set(deployment, "web-2", "img:2", 2, 5, 0), Set(deployment, "web-3", "img:3", 3, 0, 0));
        Assert.Contains("replace web-2 at 0", cluster.Decide(Reconciler, deployment).Texts());
    }

    [Fact]
    public async Task Recreate_OldPods_EndBeforeNewOnesCome()
    {
        var deployment = Recreating(Make.Deployment(2, "img:2"));
        var old = Set(deployment, "web-1", "img:1", 1, 2, 2);
        await using var cluster = await Cluster.WithAsync(deployment, old);
        Assert.Equal(
            ["replace web-1 at 0", "event ScalingReplicaSet: Scaled down replica set web-1 from 2 to 0", "status web"], cluster.Decide(Reconciler, deployment).Texts());

        var ended = Set(deployment, "web-1", "img:1", 1, 0, 0);
        await cluster.PutAsync(ended);
        await cluster.PutAsync(Make.Deleting(Make.Pod("leaving", ended, phase: PodPhases.Running)));
        Assert.DoesNotContain(cluster.Decide(Reconciler, deployment).Actions, static a => a is InBursts);

        await cluster.RemoveAsync(Make.Pod("leaving", ended));
        Assert.Contains(cluster.Decide(Reconciler, deployment).Actions, static a => a is InBursts);
    }

    [Fact]
    public async Task Deployment_TemplateThatReturns_GetsANewRevisionAndRemembersItsOld()
    {
        var deployment = Make.Deployment(1);
        await using var cluster = await Cluster.WithAsync(
            deployment, Set(deployment, "web-1", "img:1", 1, 0, 0), Set(deployment, "web-2", "img:2", 2, 1, 1));
        var next = (ReplicaSet)cluster.Decide(Reconciler, deployment).Actions.OfType<ReplaceObject>().First(static r => r.Basis.Key.Name == "web-1").Next;

        Assert.Equal(("3", "1"), (Annotation(next, "revision"), Annotation(next, "revision-history")));
    }

    [Fact]
    public async Task Deployment_Complete_ForgetsOldRevisions()
    {
        var deployment = Complete(Make.Deployment(1, "img:4") with { }, 1);
        deployment = deployment with { Spec = deployment.Spec with { RevisionHistoryLimit = 1 } };
        await using var cluster = await Cluster.WithAsync(
            deployment, Set(deployment, "web-1", "img:1", 1, 0, 0), Set(deployment, "web-2", "img:2", 2, 0, 0), Set(deployment, "web-3", "img:3", 3, 0, 0),
            Set(deployment, "web-4", "img:4", 4, 1, 1));
        Assert.Equal(["delete web-1", "delete web-2"], cluster.Decide(Reconciler, deployment).Texts().Where(static t => t.StartsWith("delete", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Deployment_Paused_ScalesButDoesNotRollOut()
    {
        var deployment = Make.Deployment(5, "img:2");
        deployment = deployment with { Spec = deployment.Spec with { Paused = true } };
        await using var cluster = await Cluster.WithAsync(deployment, Set(deployment, "web-1", "img:1", 1, 3, 3));
        var decision = cluster.Decide(Reconciler, deployment);

        Assert.Equal(["replace web-1 at 5", "event ScalingReplicaSet: Scaled up replica set web-1 from 3 to 5", "status web"], decision.Texts());
        Assert.Equal("DeploymentPaused", Condition(decision.Only<ReplaceStatus>(), "Progressing").Reason);
    }

    [Fact]
    public async Task Deployment_NoProgressWithinTheDeadline_SaysSo()
    {
        var deployment = Make.Deployment(1);
        deployment = deployment with
        {
            Metadata = deployment.Metadata with { Annotations = new Dictionary<string, string> { ["deployment.kubernetes.io/revision"] = "1" } },
            Status = new DeploymentStatus
            {
                ObservedGeneration = 1,
                Replicas = 1,
                UpdatedReplicas = 1,
                UnavailableReplicas = 1,
                Conditions =
                [
                    new DeploymentCondition { Type = "Available", Status = "True", Reason = "MinimumReplicasAvailable" },
                    new DeploymentCondition { Type = "Progressing", Status = "True", Reason = "ReplicaSetUpdated", LastUpdateTime = Make.Epoch },
                ],
            },
        };
        await using var cluster = await Cluster.WithAsync(deployment, Set(deployment, "web-1", "img:1", 1, 1, 0));
        cluster.Time.Advance(TimeSpan.FromSeconds(180));
        Assert.Equal(TimeSpan.FromSeconds(421), cluster.Decide(Reconciler, deployment).RequeueAfter);

        cluster.Time.Advance(TimeSpan.FromSeconds(421));
        var condition = Condition(cluster.Decide(Reconciler, deployment).Only<ReplaceStatus>(), "Progressing");
        Assert.Equal(("False", "ProgressDeadlineExceeded", "ReplicaSet \"web-1\" has timed out progressing."), (condition.Status, condition.Reason, condition.Message));
    }

    internal static ReplicaSet Set(Deployment deployment, string name, string image, int revision, int replicas, int available)
    {
        var set = Make.ReplicaSet(name, replicas, deployment);
        return RevisionAnnotations.WithSizes(set, deployment.Spec.Replicas!.Value, DeploymentMath.MaxReplicas(deployment)) is var sized && sized is null ? set : sized with
        {
            Metadata = sized.Metadata with
            {
                CreationTimestamp = Make.Epoch.AddSeconds(revision),
                Annotations = new Dictionary<string, string>(sized.Metadata.Annotations!) { ["deployment.kubernetes.io/revision"] = $"{revision}" },
            },
            Spec = sized.Spec with { Template = Make.Template(image) },
            Status = new ReplicaSetStatus { ObservedGeneration = 1, Replicas = replicas, ReadyReplicas = available, AvailableReplicas = available },
        };
    }

    /// <summary>Sizes of the ReplicaSets after one turn.</summary>
    private static async Task<IEnumerable<int>> NextSizesAsync(Deployment deployment, params ReplicaSet[] sets)
    {
        await using var cluster = await Cluster.WithAsync([deployment, .. sets]);
        var next = cluster.Decide(Reconciler, deployment).Actions.OfType<ReplaceObject>().Select(static r => (ReplicaSet)r.Next).ToDictionary(static s => s.Metadata.Name!);
        return [.. sets.Select(s => next.GetValueOrDefault(s.Metadata.Name!, s).Spec.Replicas!.Value)];
    }

    private static ReplicaSet Reporting(ReplicaSet set, int pods) => set with { Status = set.Status with { Replicas = pods } };

    private static Deployment Complete(Deployment deployment, int replicas) => deployment with
    {
        Status = new DeploymentStatus { ObservedGeneration = 1, Replicas = replicas, UpdatedReplicas = replicas, ReadyReplicas = replicas, AvailableReplicas = replicas },
    };

    private static Deployment Recreating(Deployment deployment) => deployment with
    {
        Spec = deployment.Spec with { Strategy = new DeploymentStrategy { Type = UpdateStrategies.Recreate } },
    };

    private static string? Annotation(IApiObject value, string name) => value.Metadata.Annotations?.GetValueOrDefault("deployment.kubernetes.io/" + name);

    private static DeploymentCondition Condition(ReplaceStatus action, string type) => ((Deployment)action.Next).Status.Conditions!.Single(c => c.Type == type);
}
