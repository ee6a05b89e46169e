using ActorKube.Actors.Actions;
using ActorKube.Actors.Tests.Support;
using ActorKube.Actors.Workloads.ReplicaSets;
using ActorKube.Api.Apps;
using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Engine.Actors.Reconciling;

namespace ActorKube.Actors.Tests.Workloads;

public sealed class ReplicaSetTests
{
    private static readonly ReplicaSetReconciler Reconciler = new(ReplicaKind.ReplicaSets);

    [Fact]
    public async Task ReplicaSet_TooFewPods_CreatesThoseThatMiss()
    {
        var set = Make.ReplicaSet("rs", 3);
        Assert.Equal(["create Pod rs-*", "create Pod rs-*", "status rs"], await DecideAsync(set, Make.Pod("a", set)));
    }

    [Fact]
    public async Task ReplicaSet_CreatedPod_IsOwnedAndNamedAfterTheSet()
    {
        var set = Make.ReplicaSet("rs", 1);
        await using var cluster = await Cluster.WithAsync(set);
        var create = (CreateObject)cluster.Decide(Reconciler, set).Only<InBursts>().Actions.Single();
        var pod = (Pod)create.Object;

        Assert.Equal(("rs-", "ns", "uid-of-rs"), (pod.Metadata.GenerateName, pod.Metadata.Namespace, pod.Metadata.OwnerReferences!.Single().Uid));
        var announced = create.Announce!(pod with { Metadata = pod.Metadata with { Name = "rs-x" } });
        Assert.Equal(("Normal", "SuccessfulCreate", "Created pod: rs-x", "replicaset-controller"), (announced.Type, announced.Reason, announced.Message, announced.Source));
    }

    [Fact]
    public async Task ReplicaSet_AsManyAsAsked_SaysSo()
    {
        var set = Make.ReplicaSet("rs", 1);
        await using var cluster = await Cluster.WithAsync(set, Make.Pod("a", set, ready: true));
        var decision = cluster.Decide(Reconciler, set);

        Assert.Equal(["status rs"], decision.Texts());
        var status = ((ReplicaSet)decision.Only<ReplaceStatus>().Next).Status;
        Assert.Equal((1, 1, 1, 1, 1L), (status.Replicas, status.FullyLabeledReplicas, status.ReadyReplicas, status.AvailableReplicas, status.ObservedGeneration));
    }

    [Fact]
    public async Task ReplicaSet_NothingNew_DoesNothing()
    {
        var set = Make.ReplicaSet("rs", 1) with { Status = new ReplicaSetStatus { Replicas = 1, FullyLabeledReplicas = 1, ObservedGeneration = 1 } };
        Assert.Empty(await DecideAsync(set, Make.Pod("a", set)));
    }

    [Theory]
    [InlineData(PodPhases.Failed)]
    [InlineData(PodPhases.Succeeded)]
    public async Task ReplicaSet_PodThatEnded_IsReplaced(string phase)
    {
        var set = Make.ReplicaSet("rs", 1);
        Assert.Equal(["create Pod rs-*"], await DecideAsync(set, Make.Pod("a", set, phase: phase)));
    }

    [Fact]
    public async Task ReplicaSet_PodOnItsWayOut_IsReplacedAtOnce()
    {
        var set = Make.ReplicaSet("rs", 1);
        Assert.Equal(["create Pod rs-*"], await DecideAsync(set, Make.Deleting(Make.Pod("a", set))));
    }

    [Fact]
    public async Task ReplicaSet_OrphanThatMatches_IsAdoptedAndCounts()
    {
        var set = Make.ReplicaSet("rs", 1);
        await using var cluster = await Cluster.WithAsync(set, Make.Pod("a"));
        var decision = cluster.Decide(Reconciler, set);

        Assert.Equal(["replace a", "status rs"], decision.Texts());
        Assert.Equal("uid-of-rs", decision.Only<ReplaceObject>().Next.Metadata.OwnerReferences!.Single().Uid);
    }

    [Fact]
    public async Task ReplicaSet_PodThatNoLongerMatches_IsReleasedAndReplaced()
    {
        var set = Make.ReplicaSet("rs", 1);
        await using var cluster = await Cluster.WithAsync(set, Make.Pod("a", set, "app=other"));
        var decision = cluster.Decide(Reconciler, set);

        Assert.Equal(["replace a", "create Pod rs-*"], decision.Texts());
        Assert.Null(decision.Only<ReplaceObject>().Next.Metadata.OwnerReferences);
    }

    [Fact]
    public async Task ReplicaSet_PodsOfANamesake_AreNotItsOwn()
    {
        var set = Make.ReplicaSet("rs", 1);
        var former = set with { Metadata = set.Metadata with { Uid = "former" } };
        Assert.Equal(["create Pod rs-*"], await DecideAsync(set, Make.Pod("a", former)));
    }

    [Fact]
    public async Task ReplicaSet_BeingDeleted_NeitherMakesNorAdopts()
    {
        var set = Make.Deleting(Make.ReplicaSet("rs", 2), "foregroundDeletion");
        Assert.Empty(await DecideAsync(set, Make.Pod("a")));
    }

    [Fact]
    public async Task ReplicaSet_LargeStep_TakesSeveralTurns()
    {
        var set = Make.ReplicaSet("rs", 10_000);
        await using var cluster = await Cluster.WithAsync(set);
        Assert.Equal(ReplicaSetScaling.PerTurn, cluster.Decide(Reconciler, set).Only<InBursts>().Actions.Length);
    }

    [Fact]
    public async Task ReplicaSet_Refused_TellsWhyOnce()
    {
        var set = Make.ReplicaSet("rs", 1);
        await using var cluster = await Cluster.WithAsync(set);
        var refusal = ApiErrors.Forbidden("pods", "", "rs-x", "exceeded quota: q");
        var next = cluster.Decide(Reconciler, set).Only<InBursts>().OnRefused(refusal, 0);

        Assert.Equal(["event FailedCreate: Error creating: pods \"rs-x\" is forbidden: exceeded quota: q", "status rs"], new Decision(next).Texts());
        var condition = ((ReplicaSet)((ReplaceStatus)next[1]).Next).Status.Conditions!.Single();
        Assert.Equal(("ReplicaFailure", "True", "FailedCreate"), (condition.Type, condition.Status, condition.Reason));
    }

    [Fact]
    public async Task ReplicaSet_SuccessAfterARefusal_TakesTheConditionBack()
    {
        var set = Make.ReplicaSet("rs", 1) with
        {
            Status = new ReplicaSetStatus { ObservedGeneration = 1, Conditions = [new ReplicaSetCondition { Type = "ReplicaFailure", Status = "True" }] },
        };
        await using var cluster = await Cluster.WithAsync(set, Make.Pod("a", set));
        Assert.Null(((ReplicaSet)cluster.Decide(Reconciler, set).Only<ReplaceStatus>().Next).Status.Conditions);
    }

    [Fact]
    public async Task ReplicaSet_MinReadySeconds_CountsLaterAndLooksAgain()
    {
        var set = Make.ReplicaSet("rs", 1);
        set = set with { Spec = set.Spec with { MinReadySeconds = 10 } };
        await using var cluster = await Cluster.WithAsync(set, Make.Pod("a", set, ready: true));
        cluster.Time.Advance(TimeSpan.FromSeconds(4));
        var decision = cluster.Decide(Reconciler, set);

        var status = ((ReplicaSet)decision.Only<ReplaceStatus>().Next).Status;
        Assert.Equal((1, 0), (status.ReadyReplicas, status.AvailableReplicas));
        Assert.Equal(TimeSpan.FromSeconds(6), decision.RequeueAfter);
    }

    private static async Task<string[]> DecideAsync(ReplicaSet set, params Pod[] pods)
    {
        await using var cluster = await Cluster.WithAsync([set, .. pods]);
        return cluster.Decide(Reconciler, set).Texts();
    }
}
