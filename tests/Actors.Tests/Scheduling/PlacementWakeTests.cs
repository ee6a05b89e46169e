using ActorKube.Actors.Scheduling;
using ActorKube.Actors.Shared;
using ActorKube.Actors.Tests.Support;
using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Engine.Actors.Waking;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views.Watching;

namespace ActorKube.Actors.Tests.Scheduling;

/// <summary>Who is woken by what could help a pod that waits.</summary>
public sealed class PlacementWakeTests
{
    private static readonly Pod Plain = Waiting(Make.Pod("plain"));

    private static readonly Pod Choosy = Waiting(Make.Pod("choosy")) is var pod ? pod with
    {
        Spec = pod.Spec with
        {
            Affinity = new Affinity { PodAntiAffinity = new PodAntiAffinity { RequiredDuringSchedulingIgnoredDuringExecution = [new PodAffinityTerm { TopologyKey = "zone", NamespaceSelector = new LabelSelector() }] } },
        },
    }
    : pod;

    [Fact(Timeout = 60_000)]
    public async Task Node_ThatGoes_WakesThoseWithRulesAboutOthers() =>
        Assert.Equal(["choosy"], await WokenAsync(static ledger => new NodePlacementWakeRule(ledger), Make.Node("n"), null));

    [Fact(Timeout = 60_000)]
    public async Task Node_WithoutATaintMore_WakesAll() => Assert.Equal(
        ["choosy", "plain"],
        await WokenAsync(static ledger => new NodePlacementWakeRule(ledger), Make.Node("n", taints: new Taint { Key = "k", Effect = TaintKeys.NoSchedule }), Make.Node("n")));

    [Fact(Timeout = 60_000)]
    public async Task Node_WithAnotherHeartbeat_WakesNobody()
    {
        var node = Make.Node("n");
        Assert.Empty(await WokenAsync(static ledger => new NodePlacementWakeRule(ledger), node, node with { Status = node.Status with { Images = [new ContainerImage { Names = ["i"] }] } }));
    }

    [Fact(Timeout = 60_000)]
    public async Task Namespace_WithOtherLabels_WakesAllThatWait()
    {
        var space = Make.Namespace();
        var labelled = space with { Metadata = space.Metadata with { Labels = Make.Labels("team=a") } };
        Assert.Equal(["choosy", "plain"], await WokenAsync(static ledger => new NamespacePlacementWakeRule(ledger), space, labelled));
        Assert.Empty(await WokenAsync(static ledger => new NamespacePlacementWakeRule(ledger), labelled, labelled));
    }

    [Fact(Timeout = 60_000)]
    public async Task Pod_ThatIsBound_WakesThoseWithRulesAboutOthers() =>
        Assert.Equal(["choosy"], await WokenAsync(static ledger => new PodPlacementWakeRule(ledger), Make.Pod("a"), Make.Pod("a", node: "n")));

    [Fact(Timeout = 60_000)]
    public async Task Pod_ThatEnds_WakesAllThatWait() =>
        Assert.Equal(["choosy", "plain"], await WokenAsync(static ledger => new PodPlacementWakeRule(ledger), Make.Pod("a", node: "n"), Make.Pod("a", node: "n", phase: PodPhases.Succeeded)));

    private static Pod Waiting(Pod pod) => pod with { Status = PodConditions.With(pod.Status, PodConditions.Scheduled, "False", Make.Epoch, PodConditions.Unschedulable, "none") };

    /// <param name="after">Null for a deletion.</param>
    private static async Task<IEnumerable<string>> WokenAsync(Func<Actors.Scheduling.Ledger.PlacementLedger, IWakeRule> rule, IApiObject before, IApiObject? after)
    {
        await using var cluster = await Cluster.WithAsync(Plain, Choosy, before);
        var previous = cluster.View.Snapshot().Get(Cluster.KeyOf(before))!;
        if (after is not null)
        {
            await cluster.PutAsync(after);
        }

        var view = cluster.View.Snapshot();
        var change = new ObjectEvent(after is null ? ObjectEventType.Deleted : ObjectEventType.Modified, view.Get(Cluster.KeyOf(before))!, previous);
        var woken = new List<ObjectKey>();
        rule(cluster.Ledger()).Wake(change, view, woken);
        return woken.Select(static k => k.Name).Distinct().Order(StringComparer.Ordinal);
    }
}
