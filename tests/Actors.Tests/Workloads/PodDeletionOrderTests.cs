using ActorKube.Actors.Actions;
using ActorKube.Actors.Tests.Support;
using ActorKube.Actors.Workloads.ReplicaSets;
using ActorKube.Api.Apps;
using ActorKube.Api.Core;

namespace ActorKube.Actors.Tests.Workloads;

public sealed class PodDeletionOrderTests
{
    private static readonly ReplicaSet Set = Make.ReplicaSet("rs", 1);

    /// <summary>Of each pair the first goes.</summary>
    public static TheoryData<string, Pod, Pod> Pairs => new()
    {
        { "unassigned", Running("goes") with { Spec = new PodSpec() }, Running("stays") },
        { "pending", Running("goes") with { Status = Running("x").Status with { Phase = PodPhases.Pending } }, Running("stays") },
        { "unknown before running", Running("goes") with { Status = Running("x").Status with { Phase = PodPhases.Unknown } }, Running("stays") },
        { "not ready", Running("goes", readyFor: null), Running("stays") },
        { "cheap", Cost(Running("goes"), "-5"), Running("stays") },
        { "unready before cheap", Running("goes", readyFor: null), Cost(Running("stays"), "-5") },
        { "ready for a short time", Running("goes", readyFor: 10), Running("stays", readyFor: 100) },
        { "of one bucket the lower uid", Running("a", readyFor: 70_000), Running("b", readyFor: 100_000) },
        { "restarted often", Restarted(Running("goes"), 3), Restarted(Running("stays"), 1) },
        { "new", Created(Running("goes"), 10), Created(Running("stays"), 1000) },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task PodDeletionOrder_OfTwoPods_PicksTheOneLessMissed(string why, Pod goes, Pod stays)
    {
        Assert.NotEmpty(why);
        Assert.Equal([goes.Metadata.Name!], await VictimsAsync(stays, goes));
    }

    [Fact]
    public async Task PodDeletionOrder_CrowdedNode_LosesAPodFirst()
    {
        var alone = Running("a-alone", node: "n1");
        Assert.NotEqual(["a-alone"], await VictimsAsync(1, alone, Running("b", node: "n2"), Running("c", node: "n2")));
    }

    [Fact]
    public async Task PodDeletionOrder_SiblingsOfTheSameDeployment_CountAsCrowd()
    {
        var deployment = Make.Deployment(2);
        var set = Make.ReplicaSet("rs", 1, deployment);
        var sibling = Make.ReplicaSet("old", 1, deployment);
        await using var cluster = await Cluster.WithAsync(
            set, sibling, Running("a", node: "n1") with { Metadata = Make.Meta("a", "app=web", set) }, Running("b", node: "n2") with { Metadata = Make.Meta("b", "app=web", set) },
            Running("c", node: "n2") with { Metadata = Make.Meta("c", "app=web", sibling) });
        Assert.Equal(["delete b"], cluster.Decide(new ReplicaSetReconciler(ReplicaKind.ReplicaSets), set).Texts().Where(static t => t.StartsWith("delete", StringComparison.Ordinal)));
    }

    private static async Task<string[]> VictimsAsync(params Pod[] pods) => await VictimsAsync(1, pods);

    private static async Task<string[]> VictimsAsync(int replicas, params Pod[] pods)
    {
        var set = Set with { Spec = Set.Spec with { Replicas = replicas } };
        await using var cluster = await Cluster.WithAsync([set, .. pods]);
        cluster.Time.Advance(TimeSpan.FromDays(2));
        var bursts = cluster.Decide(new ReplicaSetReconciler(ReplicaKind.ReplicaSets), set).Only<InBursts>();
        return [.. bursts.Actions.Cast<DeleteObject>().Select(static d => d.Key.Name)];
    }

    private static Pod Running(string name, int? readyFor = 1000, string node = "n") => Make.Pod(name, Set, node: node) with
    {
        Status = new PodStatus
        {
            Phase = PodPhases.Running,
            Conditions = readyFor is { } seconds ? [new PodCondition { Type = PodConditions.Ready, Status = "True", LastTransitionTime = Make.Epoch.AddDays(2).AddSeconds(-seconds) }] : null,
        },
    };

    private static Pod Cost(Pod pod, string cost) => pod with
    {
        Metadata = pod.Metadata with { Annotations = new Dictionary<string, string> { ["controller.kubernetes.io/pod-deletion-cost"] = cost } },
    };

    private static Pod Restarted(Pod pod, int times) => pod with { Status = pod.Status with { ContainerStatuses = [new ContainerStatus { Name = "c", RestartCount = times }] } };

    private static Pod Created(Pod pod, int secondsAgo) => pod with { Metadata = pod.Metadata with { CreationTimestamp = Make.Epoch.AddDays(2).AddSeconds(-secondsAgo) } };
}
