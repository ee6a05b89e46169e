using ActorKube.Actors.Actions;
using ActorKube.Actors.Shared;
using ActorKube.Actors.Workloads.Deployments;
using ActorKube.Api.Apps;
using ActorKube.Api.Core;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Workloads.ReplicaSets;

/// <summary>Makes pods of a template, and picks those to go.</summary>
internal static class ReplicaSetScaling
{
    /// <summary>Most pods made or deleted in one turn, between which the status is brought up to date; as in Kubernetes.</summary>
    public const int PerTurn = 500;

    /// <param name="there">Pods that it has. A set that has got that many is going on with them, unless it is being refused at present.</param>
    public static InBursts Up(ReplicaKind kind, ReplicaSet set, int missing, int there)
    {
        var isProven = there >= InBursts.MaxBurst && set.Status.Conditions?.Any(static c => c.Type == DeploymentConditions.ReplicaFailure) != true;
        var create = new CreateObject(PodFactory.FromTemplate(set.Spec.Template, set))
        {
            Announce = pod => EmitEvent.Normal(set, kind.Source, "SuccessfulCreate", $"Created pod: {pod.Metadata.Name}"),
        };
        return new InBursts([.. Enumerable.Repeat<ReconcileAction>(create, Math.Min(missing, PerTurn))])
        {
            First = isProven ? InBursts.MaxBurst : 1,
            OnRefused = (refusal, _) => [EmitEvent.Warning(set, kind.Source, "FailedCreate", $"Error creating: {refusal.Message}")],
        };
    }

    public static InBursts Down(ReconcileContext context, ReplicaKind kind, ReplicaSet set, List<Claimed<Pod>> pods, int surplus)
    {
        var count = Math.Min(surplus, PerTurn);
        var victims = count >= pods.Count ? pods : Rank(context, set, pods, count);
        return new InBursts([.. victims.Select(v => Delete(kind, set, v))])
        {
            OnRefused = (refusal, _) => [EmitEvent.Warning(set, kind.Source, "FailedDelete", $"Error deleting: {refusal.Message}")],
        };
    }

    private static DeleteObject Delete(ReplicaKind kind, ReplicaSet set, Claimed<Pod> pod) => new(pod.Stored.Key, pod.Stored.Header.Uid)
    {
        Announce = EmitEvent.Normal(set, kind.Source, "SuccessfulDelete", $"Deleted pod: {pod.Value.Metadata.Name}"),
    };

    /// <summary>
    /// A heap instead of a sort: buckets of age make the order of <see cref="PodDeletionOrder"/> not quite transitive, which a sort need not bear.
    /// </summary>
    private static List<Claimed<Pod>> Rank(ReconcileContext context, ReplicaSet set, List<Claimed<Pod>> pods, int count)
    {
        var onNode = CountByNode(context.View, set);
        var queue = new PriorityQueue<Claimed<Pod>, DeletionRank>(
            pods.Select(p => (p, RankOf(p.Stored))), new PodDeletionOrder(context.Now));
        return [.. Enumerable.Range(0, count).Select(_ => queue.Dequeue())];

        DeletionRank RankOf(StoredObject pod)
        {
            var facts = PodFacts.Of(pod);
            return DeletionRank.Of(pod, facts, onNode.GetValueOrDefault(facts.Node ?? ""));
        }
    }

    /// <summary>Active pods by node, those of its siblings of the same Deployment included.</summary>
    private static Dictionary<string, int> CountByNode(ViewSnapshot view, ReplicaSet set)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var pod in Siblings(view, set).SelectMany(uid => view.OwnedBy(Resources.Pods, uid).Where(p => p.Header.Controller?.Uid == uid)).Where(PodFacts.IsActive))
        {
            var node = PodFacts.Of(pod).Node ?? "";
            counts[node] = counts.GetValueOrDefault(node) + 1;
        }

        return counts;
    }

    private static IEnumerable<string> Siblings(ViewSnapshot view, ReplicaSet set) =>
        set.Metadata.OwnerReferences?.FirstOrDefault(static o => o.Controller == true) is { } controller
            ? view.OwnedBy(Resources.ReplicaSets, controller.Uid).Select(static s => s.Header.Uid)
            : [set.Metadata.Uid ?? ""];
}
