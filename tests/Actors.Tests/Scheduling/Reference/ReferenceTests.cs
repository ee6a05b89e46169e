using System.Globalization;
using ActorKube.Actors.Scheduling;
using ActorKube.Actors.Scheduling.Preemption;
using ActorKube.Actors.Tests.Support;
using ActorKube.Api.Core;
using ActorKube.Api.Meta;

namespace ActorKube.Actors.Tests.Scheduling.Reference;

/// <summary>Thousands of random clusters, in which the scheduler and the reference have to agree. A failure names the seed.</summary>
public sealed class ReferenceTests
{
    private const int Clusters = 3000;
    private const int Batches = 6;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, Batches)];

    [Theory(Timeout = 300_000)]
    [MemberData(nameof(Seeds))]
    public async Task Pod_InRandomClusters_GoesWhereTheRulesAllow(int batch)
    {
        var (placed, refused) = (0, 0);
        for (var i = 0; i < Clusters / Batches; i++)
        {
            var seed = (batch * Clusters) + i;
            var made = new RandomCluster(new Random(seed));
            var cluster = made.Next();
            var pod = made.NextPod("wanting");
            var allowed = cluster.Nodes.Where(n => ReferenceRules.Allows(cluster, pod, n)).Select(static n => n.Metadata.Name!).ToList();
            var (request, choice) = await ChooseAsync(cluster, pod);
            if (choice.Node is { } node)
            {
                placed++;
                Assert.True(allowed.Contains(node.Slot.Name), $"seed {seed}: {node.Slot.Name} was chosen, allowed are {string.Join(',', allowed)}");
            }
            else
            {
                refused++;
                Assert.True(allowed.Count == 0, $"seed {seed}: nothing was chosen, allowed are {string.Join(',', allowed)}: {choice.Reasons}");
                CheckVictims(seed, cluster, pod, Preemptor.Choose(request, choice).Victims);
            }
        }

        Assert.True(placed > 100 && refused > 100, string.Create(CultureInfo.InvariantCulture, $"{placed} were placed, {refused} not: the clusters say little"));
    }

    /// <summary>Who goes is less important, is enough, and none of them goes for nothing. Whoever could have been helped is.</summary>
    private static void CheckVictims(int seed, ReferenceCluster cluster, Pod pod, Victims? victims)
    {
        bool IsLess(Pod other) => (other.Spec.Priority ?? 0) < (pod.Spec.Priority ?? 0);
        if (victims is null)
        {
            // A pod that needs neighbours is not helped by others' leaving, though it could then be the first of them.
            var helped = pod.Spec.Affinity?.PodAffinity is not null ? [] : cluster.Nodes.Where(n => cluster.Pods.Any(p => IsOn(p, n) && IsLess(p))
                && ReferenceRules.Allows(cluster.Without(cluster.Pods.Where(p => IsOn(p, n) && IsLess(p))), pod, n)).Select(static n => n.Metadata.Name).ToList();
            Assert.True(helped.Count == 0, $"seed {seed}: nobody was made to leave {string.Join(',', helped)}");
            return;
        }

        var node = cluster.Nodes.Single(n => n.Metadata.Name == victims.Node.Slot.Name);
        var gone = victims.Pods.Select(v => cluster.Pods.Single(p => p.Metadata.Name == v.Key.Name)).ToList();
        Assert.True(gone.TrueForAll(IsLess), $"seed {seed}: a victim is as important");
        Assert.True(ReferenceRules.Allows(cluster.Without(gone), pod, node), $"seed {seed}: too few leave {node.Metadata.Name}");
        foreach (var spared in gone.Where(_ => pod.Spec.Affinity?.PodAffinity is null))
        {
            Assert.False(ReferenceRules.Allows(cluster.Without(gone.Where(g => g != spared)), pod, node), $"seed {seed}: {spared.Metadata.Name} leaves {node.Metadata.Name} for nothing");
        }
    }

    private static bool IsOn(Pod pod, Node node) => pod.Spec.NodeName == node.Metadata.Name;

    private static async Task<(PodRequest Request, PlacementChoice Choice)> ChooseAsync(ReferenceCluster reference, Pod pod)
    {
        IEnumerable<IApiObject> spaces = reference.Namespaces.Select(static n => (IApiObject)(Make.Namespace(n.Key) is var made ? made with { Metadata = made.Metadata with { Labels = n.Value } } : made));
        await using var cluster = await Cluster.WithAsync([.. spaces, .. reference.Nodes, .. reference.Pods, pod]);
        var view = cluster.View.Snapshot();
        var request = PodRequest.Of(view.Get(Cluster.KeyOf(pod))!, pod, cluster.Ledger(), view);
        return (request, Placement.Choose(request));
    }
}
