using ActorKube.Actors.Actions;
using ActorKube.Actors.Tests.Support;
using ActorKube.Actors.Workloads.StatefulSets;
using ActorKube.Api.Apps;
using ActorKube.Api.Core;
using ActorKube.Api.Quantities;

namespace ActorKube.Actors.Tests.Workloads;

/// <summary>From <c>img:1</c>, the current revision, to <c>img:2</c>.</summary>
public sealed class StatefulSetUpdateTests
{
    private static readonly StatefulSetReconciler Reconciler = new();

    [Theory]
    [InlineData(0, "0:1R 1:1R 2:1R", "delete 2")]
    [InlineData(0, "0:1R 1:1R 2:1T", "")]
    [InlineData(0, "0:1R 1:1R", "create 2 img:2")]
    [InlineData(0, "0:1R 1:1R 2:2U", "")]
    [InlineData(0, "0:1R 1:1R 2:2R", "delete 1")]
    [InlineData(0, "1:1R 2:2R", "create 0 img:2")]
    [InlineData(0, "0:2R 1:2R 2:2R", "")]
    [InlineData(2, "0:1R 1:1R 2:2R", "")]
    [InlineData(2, "1:1R 2:2R", "create 0 img:1")]
    [InlineData(5, "0:1R 1:1R 2:1R", "")]
    [InlineData(null, "1:1R 2:2R", "create 0 img:1")]
    [InlineData(null, "0:1R 1:1R", "create 2 img:2")]
    public async Task RollingUpdate_Ordered_GoesDownToThePartition(int? partition, string pods, string expected) =>
        Assert.Equal(expected, await DecideAsync(Partitioned(Set(3), partition), pods));

    [Theory]
    [InlineData("2", "0:1R 1:1R 2:1R 3:1R 4:1R", "delete 4,delete 3")]
    [InlineData("2", "0:1R 1:1R 2:1R 3:2U 4:2R", "delete 2")]
    [InlineData("2", "0:1R 1:1R 2:1R 3:2U 4:2U", "")]
    [InlineData("2", "0:1U 1:1R 2:1R 3:1R 4:2U", "delete 0")]
    [InlineData("50%", "0:1R 1:1R 2:1R 3:1R 4:1R", "delete 4,delete 3")]
    [InlineData("1%", "0:1R 1:1R 2:1R 3:1R 4:1R", "delete 4")]
    [InlineData(null, "0:1R 1:1R 2:1R 3:1R 4:1R", "delete 4")]
    [InlineData(null, "0:1R 1:1R 2:1R 3:1R 4:2U", "")]
    public async Task RollingUpdate_Parallel_KeepsWithinMaxUnavailable(string? most, string pods, string expected) => Assert.Equal(
        expected,
        await DecideAsync(Set(5, PodManagementPolicies.Parallel, new() { Partition = 0, MaxUnavailable = most is null ? (IntOrString?)null : IntOrString.Parse(most) }), pods));

    [Fact]
    public async Task OnDelete_OldPods_StayUntilTheyAreDeleted()
    {
        var set = Set(2);
        set = set with { Spec = set.Spec with { UpdateStrategy = new() { Type = UpdateStrategies.OnDelete } } };
        Assert.Equal("", await DecideAsync(set, "0:1R 1:1R"));
        Assert.Equal("create 1 img:2", await DecideAsync(set, "0:1R"));
    }

    /// <summary>
    /// The template is img:2 again, or for the first time; the pod of img:3, or img:1, never became ready. Seconds since it was made in, what is done out.
    /// </summary>
    [Theory]
    [InlineData(19, "0:1R 1:1R 2:3P", "")]
    [InlineData(20, "0:1R 1:1R 2:3P", "delete 2")]
    [InlineData(20, "0:1R 1:3U 2:3U", "delete 1")]
    [InlineData(20, "0:1U", "delete 0")]
    [InlineData(20, "0:2U", "")]
    [InlineData(20, "0:1R 1:1R 2:1R 3:3U 4:3U", "delete 4")]
    public async Task BrokenRevision_WasRolledBack_RecoversByItself(int seconds, string pods, string expected) => Assert.Equal(expected, await DecideAsync(Set(3), pods, seconds));

    [Fact]
    public async Task BrokenRevision_BelowThePartition_KeepsItsRevision() => Assert.Equal("", await DecideAsync(Partitioned(Set(3), 2), "0:1R 1:1U 2:2R", 60));

    [Theory]
    [InlineData("0:1U", "delete 0")]
    [InlineData("0:1R 1:1U", "delete 1")]
    [InlineData("0:1U 1:1R", "")]
    public async Task BrokenRevision_StrategyWithoutPartition_KeepsAsManyAsThereAre(string pods, string expected) =>
        Assert.Equal(expected, await DecideAsync(Partitioned(Set(3), null), pods, 60));

    [Fact]
    public async Task BrokenRevision_NotYetGivenUp_IsLookedAtAgain()
    {
        var set = Set(1);
        await using var cluster = await WithAsync(set, "0:3P");
        cluster.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(TimeSpan.FromSeconds(15), cluster.Decide(Reconciler, set).RequeueAfter);
    }

    [Theory]
    [InlineData("0:1R 1:1R 2:1R", "3 3 3 3 0 1 2")]
    [InlineData("0:1R 1:1R 2:1T", "3 3 3 2 0 1 2")]
    [InlineData("0:1R 1:1R 2:2U", "3 2 2 2 1 1 2")]
    [InlineData("0:2R 1:2R 2:2U", "3 2 2 0 3 1 2")]
    [InlineData("0:2R 1:2R 2:2R", "3 3 3 3 3 2 2")]
    public async Task Status_Update_CountsReplicasReadyAvailableCurrentUpdatedAndRevisions(string pods, string expected)
    {
        var set = Set(3);
        await using var cluster = await WithAsync(set, pods);
        var s = ((StatefulSet)cluster.Decide(Reconciler, set).Only<ReplaceStatus>().Next).Status;
        string Number(string? revision) => revision == Sets.HashOf(set, "img:1") ? "1" : "2";
        Assert.Equal(
            expected,
            $"{s.Replicas} {s.ReadyReplicas} {s.AvailableReplicas} {s.CurrentReplicas} {s.UpdatedReplicas} {Number(s.CurrentRevision)} {Number(s.UpdateRevision)}");
    }

    private static StatefulSet Set(int replicas, string policy = PodManagementPolicies.OrderedReady, RollingUpdateStatefulSetStrategy? rolling = null)
    {
        var set = Sets.Stateful(replicas, "img:2", policy);
        return set with
        {
            Spec = set.Spec with { UpdateStrategy = set.Spec.UpdateStrategy with { RollingUpdate = rolling ?? new() { Partition = 0 } } },
            Status = new StatefulSetStatus { CurrentRevision = Sets.HashOf(set, "img:1") },
        };
    }

    /// <summary>Null for a strategy that says no more than its type.</summary>
    private static StatefulSet Partitioned(StatefulSet set, int? partition) => set with
    {
        Spec = set.Spec with { UpdateStrategy = set.Spec.UpdateStrategy with { RollingUpdate = partition is null ? null : new() { Partition = partition } } },
    };

    private static Task<Cluster> WithAsync(StatefulSet set, string pods) =>
        Cluster.WithAsync([set, Sets.Revision(set, "img:1", 1), Sets.Revision(set, "img:3", 2), Sets.Revision(set, "img:2", 3), .. Sets.Pods(set, pods)]);

    private static async Task<string> DecideAsync(StatefulSet set, string pods, int seconds = 0)
    {
        await using var cluster = await WithAsync(set, pods);
        cluster.Time.Advance(TimeSpan.FromSeconds(seconds));
        var actions = cluster.Decide(Reconciler, set).Actions.OfType<InBursts>().SelectMany(static b => b.Actions);
        return string.Join(',', actions.Select(static a => a switch
        {
            CreateObject { Object: Pod pod } => $"create {pod.Metadata.Name![^1]} {pod.Spec.Containers![0].Image}",
            DeleteObject delete => $"delete {delete.Key.Name[^1]}",
            _ => a.ToString(),
        }));
    }
}
