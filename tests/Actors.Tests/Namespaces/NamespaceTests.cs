using ActorKube.Actors.Actions;
using ActorKube.Actors.Namespaces;
using ActorKube.Actors.Tests.Support;
using ActorKube.Api.Core;
using ActorKube.Api.Meta;

namespace ActorKube.Actors.Tests.Namespaces;

public sealed class NamespaceTests
{
    private static readonly NamespaceReconciler Reconciler = new(new NamespaceFurnishing("PEM"), new NamespaceTermination(Cluster.Names));

    private static readonly Namespace Space = Make.Namespace();
    private static readonly Namespace Going = Make.Deleting(Space) with { Status = new NamespaceStatus { Phase = "Terminating" } };

    [Fact]
    public async Task Namespace_New_IsFurnished()
    {
        await using var cluster = await Cluster.WithAsync(Space);
        Assert.Equal(["create ConfigMap kube-root-ca.crt", "create ServiceAccount default"], cluster.Decide(Reconciler, Space).Texts());
    }

    [Fact]
    public async Task Namespace_ChangedCertificates_AreRepaired()
    {
        var changed = Make.ConfigMap("kube-root-ca.crt") with { Data = new Dictionary<string, string> { ["ca.crt"] = "x" } };
        await using var cluster = await Cluster.WithAsync(Space, changed, Account());
        var decision = cluster.Decide(Reconciler, Space);

        Assert.Equal(["replace kube-root-ca.crt"], decision.Texts());
        var repaired = (ConfigMap)decision.Only<ReplaceObject>().Next;
        Assert.Equal("PEM", repaired.Data!["ca.crt"]);
        await cluster.PutAsync(repaired);
        Assert.Empty(cluster.Decide(Reconciler, Space).Actions);
    }

    [Fact]
    public async Task Namespace_Deleted_GivesNoticeFirst()
    {
        await using var cluster = await Cluster.WithAsync(Going, Make.ConfigMap("a"));
        var decision = cluster.Decide(Reconciler, Going);
        Assert.Empty(decision.Actions);
        Assert.Equal(TimeSpan.FromSeconds(5), decision.RequeueAfter);
    }

    [Fact]
    public async Task Namespace_Deleted_DeletesAllThatIsNotOnItsWay()
    {
        await using var cluster = await Cluster.WithAsync(Going, Make.ConfigMap("a"), Make.Pod("p"), Make.Deleting(Make.ConfigMap("held"), "example.com/hold"));
        cluster.Time.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(["delete a Background", "delete p Background"], cluster.Decide(Reconciler, Going).Texts().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Namespace_WithHeldContent_SaysWhatHoldsIt()
    {
        await using var cluster = await Cluster.WithAsync(Going, Make.Deleting(Make.ConfigMap("held"), "example.com/hold"));
        cluster.Time.Advance(TimeSpan.FromSeconds(6));
        var decision = cluster.Decide(Reconciler, Going);

        Assert.Equal(["status ns"], decision.Texts());
        Assert.Equal(
            [
                "NamespaceDeletionDiscoveryFailure False ResourcesDiscovered",
                "NamespaceDeletionGroupVersionParsingFailure False ParsedGroupVersions",
                "NamespaceDeletionContentFailure False ContentDeleted",
                "NamespaceContentRemaining True SomeResourcesRemain",
                "NamespaceFinalizersRemaining True SomeFinalizersRemain",
            ],
            ((Namespace)decision.Only<ReplaceStatus>().Next).Status.Conditions!.Select(static c => $"{c.Type} {c.Status} {c.Reason}"));
    }

    [Fact]
    public async Task Namespace_Emptied_LosesItsFinalizer()
    {
        await using var cluster = await Cluster.WithAsync(Going);
        cluster.Time.Advance(TimeSpan.FromSeconds(6));
        var decision = cluster.Decide(Reconciler, Going);

        Assert.Equal(["finalize ns"], decision.Texts());
        Assert.Null(((Namespace)decision.Only<ReplacePart>().Next).Spec.Finalizers);
    }

    private static ServiceAccount Account() => new() { ApiVersion = "v1", Kind = "ServiceAccount", Metadata = new ObjectMeta { Name = "default", Namespace = "ns" } };
}
