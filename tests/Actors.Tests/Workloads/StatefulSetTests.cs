using ActorKube.Actors.Actions;
using ActorKube.Actors.Tests.Support;
using ActorKube.Actors.Workloads.StatefulSets;
using ActorKube.Api.Apps;
using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Engine.Actors.Reconciling;

namespace ActorKube.Actors.Tests.Workloads;

public sealed class StatefulSetTests
{
    private static readonly StatefulSetReconciler Reconciler = new();

    /// <summary>Replicas wanted and pods that there are; what is done about them. All of one revision.</summary>
    [Theory]
    [InlineData(3, "", "create 0")]
    [InlineData(3, "0:1P", "")]
    [InlineData(3, "0:1U", "")]
    [InlineData(3, "0:1R", "create 1")]
    [InlineData(3, "0:1R 1:1R 2:1R", "")]
    [InlineData(3, "1:1R 2:1R", "create 0")]
    [InlineData(3, "0:1T 1:1R", "")]
    [InlineData(3, "0:1R 1:1F 2:1R", "delete 1")]
    [InlineData(3, "0:1S", "delete 0")]
    [InlineData(1, "0:1R 1:1R 2:1R", "delete 2")]
    [InlineData(1, "0:1R 1:1R 2:1T", "")]
    [InlineData(1, "0:1U 1:1R 2:1R", "")]
    [InlineData(1, "0:1R 1:1U 2:1U", "")]
    [InlineData(1, "0:1R 1:1U 2:1R", "delete 2")]
    [InlineData(0, "0:1U", "delete 0")]
    public async Task OrderedReady_Pods_AreMadeAndDeletedOneByOne(int replicas, string pods, string expected) =>
        Assert.Equal(Expand(expected), await DecideAsync(Sets.Stateful(replicas), pods));

    [Theory]
    [InlineData(3, "", "create 0,create 1,create 2")]
    [InlineData(3, "1:1P", "create 0,create 2")]
    [InlineData(3, "0:1T 1:1F", "create 2,delete 1")]
    [InlineData(1, "0:1U 1:1U 2:1R 3:1T", "delete 2,delete 1")]
    public async Task Parallel_Pods_AreMadeAndDeletedAtOnce(int replicas, string pods, string expected) =>
        Assert.Equal(Expand(expected), await DecideAsync(Sets.Stateful(replicas, policy: PodManagementPolicies.Parallel), pods));

    [Fact]
    public async Task StatefulSet_New_MakesItsRevisionAndItsFirstPod()
    {
        var set = Sets.Stateful(2);
        await using var cluster = await Cluster.WithAsync(set);
        var decision = cluster.Decide(Reconciler, set);

        var revision = Sets.Revision(set, "img:1", 1).Metadata.Name;
        Assert.Equal([$"create ControllerRevision {revision}", "create Pod web-0", "status web"], decision.Texts());
        var status = ((StatefulSet)decision.Only<ReplaceStatus>().Next).Status;
        Assert.Equal((revision, revision, 0), (status.CurrentRevision, status.UpdateRevision, status.CollisionCount));
    }

    [Fact]
    public async Task StatefulSet_WithoutService_MakesPodsWithoutSubdomain()
    {
        var set = Sets.Stateful(1);
        set = set with { Spec = set.Spec with { ServiceName = "" } };
        await using var cluster = await Cluster.WithAsync(set);
        var creations = cluster.Decide(Reconciler, set).Actions.OfType<InBursts>().SelectMany(static b => b.Actions).Cast<CreateObject>();
        Assert.Null(creations.Select(static c => c.Object).OfType<Pod>().Single().Spec.Subdomain);
    }

    [Fact]
    public async Task StatefulSet_Pod_HasAnIdentityOfItsOwn()
    {
        var set = Sets.WithClaims(Sets.Stateful(3));
        await using var cluster = await Cluster.WithAsync([set with { Spec = set.Spec with { Ordinals = new() { Start = 5 } } }, Sets.Revision(set, "img:1", 1)]);
        var creations = cluster.Decide(Reconciler, set).Actions.OfType<InBursts>().SelectMany(static b => b.Actions).Cast<CreateObject>().ToList();
        var pod = (Pod)creations[1].Object;

        Assert.Equal("data-web-5", creations[0].Object.Metadata.Name);
        Assert.Equal(
            ("web-5", "web-5", "svc", "web-5", "5", Sets.HashOf(set, "img:1")),
            (pod.Metadata.Name, pod.Spec.Hostname, pod.Spec.Subdomain, Label(pod, "statefulset.kubernetes.io/pod-name"), Label(pod, "apps.kubernetes.io/pod-index"),
                Label(pod, "controller-revision-hash")));
        Assert.Equal(("data", "data-web-5"), (pod.Spec.Volumes!.Single().Name, pod.Spec.Volumes!.Single().PersistentVolumeClaim!.ClaimName));
        Assert.Equal("create Pod web-5 in StatefulSet web successful", creations[1].Announce!(pod).Message);
        Assert.Equal("create Claim data-web-5 Pod web-5 in StatefulSet web success", creations[0].Announce!(creations[0].Object).Message);
    }

    [Fact]
    public async Task StatefulSet_NameTaken_Waits() =>
        Assert.Equal(["status web"], await DecideAsync(Sets.Stateful(1), "", Make.Pod("web-0", labels: "app=other")));

    [Fact]
    public async Task StatefulSet_ClaimOnItsWayOut_SaysSoAndWaits()
    {
        var set = Sets.WithClaims(Sets.Stateful(1));
        var claim = Make.Deleting(new PersistentVolumeClaim { ApiVersion = "v1", Kind = "PersistentVolumeClaim", Metadata = Make.Meta("data-web-0") }, "kubernetes.io/pvc-protection");
        Assert.Equal(
            ["event FailedCreate: create Pod web-0 in StatefulSet web failed error: pvc data-web-0 is being deleted", "status web"],
            await DecideAsync(set, "", claim));
    }

    [Fact]
    public async Task StatefulSet_Orphans_AreAdoptedBeforeAnythingElse()
    {
        var set = Sets.Stateful(2);
        var orphan = Make.Pod("web-0");
        var foreign = Make.Pod("web-x");
        Assert.Equal(["replace web-0"], await DecideAsync(set, "", orphan, foreign));
    }

    [Fact]
    public async Task StatefulSet_AdoptedPodWithoutItsLabels_GetsThem()
    {
        var set = Sets.Stateful(1);
        Assert.Equal(
            ["replace web-0", "event SuccessfulUpdate: update Pod web-0 in StatefulSet web successful", "delete web-0", "status web"],
            await DecideAsync(set, "", Make.Pod("web-0", set, phase: PodPhases.Running, ready: true)));
    }

    [Fact]
    public async Task StatefulSet_BeingDeleted_OnlyReports() =>
        Assert.Equal(["status web"], await DecideAsync(Make.Deleting(Sets.Stateful(3), "foregroundDeletion"), "0:1R"));

    [Fact]
    public async Task StatefulSet_Refused_TellsWhyAndReports()
    {
        var set = Sets.Stateful(1);
        await using var cluster = await Cluster.WithAsync(set, Sets.Revision(set, "img:1", 1));
        var next = cluster.Decide(Reconciler, set).Only<InBursts>().OnRefused(ApiErrors.Forbidden("pods", "", "web-0", "exceeded quota: q"), 0);
        Assert.Equal(
            ["event FailedCreate: create Pod web-0 in StatefulSet web failed error: pods \"web-0\" is forbidden: exceeded quota: q", "status web"],
            new Decision(next).Texts());
    }

    [Fact]
    public async Task StatefulSet_MinReadySeconds_WaitsAndLooksAgain()
    {
        var set = Sets.Stateful(2);
        set = set with { Spec = set.Spec with { MinReadySeconds = 10 } };
        await using var cluster = await Cluster.WithAsync([set, Sets.Revision(set, "img:1", 1), .. Sets.Pods(set, "0:1R")]);
        cluster.Time.Advance(TimeSpan.FromSeconds(4));
        var decision = cluster.Decide(Reconciler, set);

        Assert.Equal(["status web"], decision.Texts());
        Assert.Equal(TimeSpan.FromSeconds(6), decision.RequeueAfter);
    }

    [Fact]
    public async Task StatefulSet_LargeStep_TakesSeveralTurns()
    {
        var set = Sets.Stateful(5_000, policy: PodManagementPolicies.Parallel);
        await using var cluster = await Cluster.WithAsync(set);
        Assert.Equal(500, cluster.Decide(Reconciler, set).Only<InBursts>().Actions.Length);
    }

    private static string? Label(Pod pod, string key) => pod.Metadata.Labels!.GetValueOrDefault(key);

    private static string[] Expand(string expected) =>
        [.. expected.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(static e => e.Replace("create ", "create Pod web-").Replace("delete ", "delete web-")), "status web"];

    private static async Task<string[]> DecideAsync(StatefulSet set, string pods, params IApiObject[] others)
    {
        await using var cluster = await Cluster.WithAsync([set, Sets.Revision(set, "img:1", 1), .. Sets.Pods(set, pods), .. others]);
        return cluster.Decide(Reconciler, set).Texts();
    }
}
