using ActorKube.Actors.Tests.Support;
using ActorKube.Api.Apps;
using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Tests.Workloads;

/// <summary>ReplicaSets and Deployments as a client sees them, on the real journal, view and actors.</summary>
public sealed class LiveWorkloadTests : IAsyncLifetime
{
    private readonly LiveCluster _cluster = new();

    public ValueTask InitializeAsync() => _cluster.InitializeAsync();

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    [Fact]
    public async Task ReplicaSet_Created_MakesItsPodsAndReportsThem()
    {
        await _cluster.CreateAsync(ReplicaSet(3));

        var snapshot = await _cluster.UntilAsync(static s => Pods(s).Count == 3 && s.List("replicasets.apps").Single().Read<ReplicaSet>().Status.Replicas == 3);

        Assert.All(Pods(snapshot), static p => Assert.Equal("web", p.Metadata.OwnerReferences!.Single().Name));
    }

    [Fact]
    public async Task ReplicaSet_PodDeleted_IsReplaced()
    {
        await _cluster.CreateAsync(ReplicaSet(2));
        var before = await _cluster.UntilAsync(static s => Pods(s).Count == 2);
        var victim = before.List("pods").First();

        await _cluster.DeleteAsync(victim);

        var after = await _cluster.UntilAsync(s => Pods(s).Count == 2 && s.Get(victim.Key) is null);
        Assert.DoesNotContain(Pods(after), p => p.Metadata.Uid == victim.Header.Uid);
    }

    [Fact]
    public async Task ReplicaSet_ScaledDown_KeepsAsManyAsWanted()
    {
        var set = await _cluster.CreateAsync(ReplicaSet(4));
        await _cluster.UntilAsync(static s => Pods(s).Count == 4);

        await _cluster.UpdateAsync<ReplicaSet>(set, static s => s with { Spec = s.Spec with { Replicas = 1 } });

        await _cluster.UntilAsync(static s => Pods(s).Count == 1 && s.List("replicasets.apps").Single().Read<ReplicaSet>().Status.Replicas == 1);
    }

    [Fact]
    public async Task ReplicaSet_Deleted_ItsPodsAreCollected()
    {
        var set = await _cluster.CreateAsync(ReplicaSet(2));
        await _cluster.UntilAsync(static s => Pods(s).Count == 2);

        await _cluster.DeleteAsync(set);

        await _cluster.UntilAsync(static s => s.Count("replicasets.apps") == 0 && Pods(s).Count == 0);
    }

    [Fact]
    public async Task ReplicaSet_DeletedAsOrphan_ItsPodsStayWithoutOwner()
    {
        var set = await _cluster.CreateAsync(ReplicaSet(2));
        await _cluster.UntilAsync(static s => Pods(s).Count == 2);

        await _cluster.DeleteAsync(set, new DeleteOptions { PropagationPolicy = PropagationPolicies.Orphan });

        await _cluster.UntilAsync(static s => s.Count("replicasets.apps") == 0 && Pods(s).Count == 2 && Pods(s).All(static p => p.Metadata.OwnerReferences is null));
    }

    [Fact]
    public async Task Deployment_TemplateChanged_MakesASecondReplicaSet()
    {
        var set = ReplicaSet(2);
        var deployment = await _cluster.CreateAsync(new Deployment
        {
            Metadata = set.Metadata,
            Spec = new DeploymentSpec { Replicas = 2, Selector = set.Spec.Selector, Template = set.Spec.Template },
        });
        await _cluster.UntilAsync(static s => Pods(s).Count == 2);

        await _cluster.UpdateAsync<Deployment>(deployment, static d => d with { Spec = d.Spec with { Template = Template("registry.example/app:2") } });

        var snapshot = await _cluster.UntilAsync(static s => s.Count("replicasets.apps") == 2 && Pods(s).Any(static p => p.Spec.Containers![0].Image == "registry.example/app:2"));
        Assert.Equal(["1", "2"], snapshot.List("replicasets.apps").Select(static r => r.Read<ReplicaSet>().Metadata.Annotations!["deployment.kubernetes.io/revision"]).Order());
    }

    private static List<Pod> Pods(ViewSnapshot snapshot) => [.. snapshot.List("pods").Select(static p => p.Read<Pod>())];

    private static ReplicaSet ReplicaSet(int replicas) => new()
    {
        Metadata = new ObjectMeta { Name = "web", Namespace = "ns" },
        Spec = new ReplicaSetSpec
        {
            Replicas = replicas,
            Selector = new LabelSelector { MatchLabels = new Dictionary<string, string> { ["app"] = "web" } },
            Template = Template("registry.example/app:1"),
        },
    };

    private static PodTemplateSpec Template(string image) => new()
    {
        Metadata = new ObjectMeta { Labels = new Dictionary<string, string> { ["app"] = "web" } },
        Spec = new PodSpec { Containers = [new Container { Name = "c", Image = image }] },
    };
}
