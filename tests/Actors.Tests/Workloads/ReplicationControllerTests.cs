using ActorKube.Actors.Actions;
using ActorKube.Actors.Tests.Support;
using ActorKube.Actors.Workloads.ReplicaSets;
using ActorKube.Api.Core;
using ActorKube.Api.Errors;

namespace ActorKube.Actors.Tests.Workloads;

/// <summary>What differs from ReplicaSets, whose logic it is.</summary>
public sealed class ReplicationControllerTests
{
    private static readonly ReplicaSetReconciler Reconciler = new(ReplicaKind.ReplicationControllers);

    private static readonly ReplicationController Controller = new()
    {
        ApiVersion = "v1",
        Kind = "ReplicationController",
        Metadata = Make.Meta("rc") with { Generation = 2 },
        Spec = new ReplicationControllerSpec { Replicas = 2, Selector = Make.Labels("app=web"), Template = Make.Template() },
    };

    [Fact]
    public async Task ReplicationController_TooFewPods_CreatesItsOwn()
    {
        await using var cluster = await Cluster.WithAsync(Controller, Make.Pod("a"), Make.Pod("b", Controller, "app=other"));
        var decision = cluster.Decide(Reconciler, Controller);

        Assert.Equal(["replace b", "replace a", "create Pod rc-*", "status rc"], decision.Texts());
        var create = (CreateObject)decision.Only<InBursts>().Actions.Single();
        var owner = create.Object.Metadata.OwnerReferences!.Single();
        Assert.Equal(("v1", "ReplicationController", "rc"), (owner.ApiVersion, owner.Kind, owner.Name));
        Assert.Equal(("replication-controller", "ReplicationController"), (create.Announce!(create.Object).Source, create.Announce(create.Object).Regarding.Kind));
    }

    [Fact]
    public async Task ReplicationController_Status_IsOfItsOwnKind()
    {
        await using var cluster = await Cluster.WithAsync(Controller, Make.Pod("a", Controller, ready: true), Make.Pod("b", Controller));
        var status = ((ReplicationController)cluster.Decide(Reconciler, Controller).Only<ReplaceStatus>().Next).Status;
        Assert.Equal((2, 2, 1, 1, 2L), (status.Replicas, status.FullyLabeledReplicas, status.ReadyReplicas, status.AvailableReplicas, status.ObservedGeneration));
    }

    [Fact]
    public async Task ReplicationController_Refused_HasACondition()
    {
        await using var cluster = await Cluster.WithAsync(Controller);
        var next = cluster.Decide(Reconciler, Controller).Only<InBursts>().OnRefused(ApiErrors.Forbidden("pods", "", "rc-x", "exceeded quota: q"), 0);
        var condition = ((ReplicationController)((ReplaceStatus)next[1]).Next).Status.Conditions!.Single();
        Assert.Equal(("ReplicaFailure", "True", "FailedCreate"), (condition.Type, condition.Status, condition.Reason));
    }
}
