using System.Collections.Immutable;
using ActorKube.Actors.Scheduling;
using ActorKube.Actors.Scheduling.Filters;
using ActorKube.Actors.Scheduling.Ledger;
using ActorKube.Actors.Scheduling.Volumes;
using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Api.Policy;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Rebalancing;

/// <summary>
/// Which pod an over-full node gives up next. Pure. A node is over-full when it is fuller than the mean of all by more than <see cref="Margin"/>; of these the
/// <see cref="MostAtATime"/> fullest give up one pod each at a time.
/// <para>
/// It ends: a pod moves only if the node that takes it is then still emptier than the node that gave it was, by the margin, and the latter becomes emptier as well. So each move
/// makes the list of all nodes' fullness, the fullest first, smaller in the order of words, and there are only so many ways to place the pods. With pods of 0.2 each 0.9, 0.5, 0.1
/// becomes 0.7, 0.5, 0.3, then 0.5, 0.5, 0.5, and rests.
/// </para>
/// </summary>
internal sealed class RebalancePlan(ViewSnapshot view, ImmutableArray<NodeSlot> nodes, MovableWorkloads workloads, DateTimeOffset now)
{
    /// <summary>Less is not worth a restart.</summary>
    public const double Margin = 0.1;

    /// <summary>Nodes that give up pods at the same time.</summary>
    public const int MostAtATime = 3;

    /// <summary>Pods of a node for which a place is looked for, those first that weigh most.</summary>
    private const int MostTried = 8;

    private double? _mean;

    public ImmutableArray<RankedNode> Ranked { get; } = NodeFullness.Ranked(nodes);

    public double Mean => _mean ??= Ranked.IsEmpty ? 0 : Ranked.Average(static n => n.Share);

    public NextMove For(string node)
    {
        var rank = Ranked.ToList().FindIndex(n => n.Name == node);
        if (rank < 0)
        {
            return new NextMove(null, "it does not take pods of everybody");
        }

        return Ranked[rank].Share <= Mean + Margin ? new NextMove(null, "it isn't over-full")
            : rank >= MostAtATime ? new NextMove(null, "fuller nodes come first")
            : BestOf(Ranked[rank]);
    }

    private NextMove BestOf(RankedNode source)
    {
        string? kept = null;
        string? failed = null;
        var tried = 0;
        foreach (var placed in source.Node.Load.Pods.OrderByDescending(p => Weight(source, p)).ThenBy(static p => p.Key.Namespace + "/" + p.Key.Name, StringComparer.Ordinal))
        {
            if (view.Get(placed.Key) is not { } stored || stored.Header.Uid != placed.Uid)
            {
                continue;
            }

            if (workloads.WhyNot(view, stored, now) is { } reason)
            {
                kept ??= $"{Name(stored)}: {reason}";
                continue;
            }

            var next = Try(source, stored, placed);
            if (next.Move is not null)
            {
                return next;
            }

            failed ??= next.Why;
            if (++tried == MostTried)
            {
                break;
            }
        }

        return new NextMove(null, failed ?? kept ?? "it has no pods");
    }

    private NextMove Try(RankedNode source, StoredObject stored, PlacedPod placed)
    {
        var budgets = view.List(Resources.PodDisruptionBudgets, stored.Key.Namespace).Select(static s => s.Read<PodDisruptionBudget>());
        if (PodEviction.Decide(stored.Read<Pod>(), budgets, now) is not EvictionDecision.Delete eviction)
        {
            return new NextMove(null, $"{Name(stored)}: its disruption budget keeps it");
        }

        if (Target(source.Node, stored, placed) is not { } target || target.Slot.Name == source.Name)
        {
            return new NextMove(null, $"{Name(stored)}: there is no other place for it");
        }

        var share = NodeFullness.Of(target.Facts, target.Load.With(placed));
        var rest = NodeFullness.Of(source.Node.Facts, source.Node.Load.Without(placed));
        return share + Margin <= source.Share && rest < source.Share
            ? new NextMove(new Move(stored, source, target, share, eviction), "")
            : new NextMove(null, $"{Name(stored)}: no other node would be better");
    }

    /// <summary>Where the scheduler puts a pod like this one when it is gone.</summary>
    private Candidate? Target(Candidate source, StoredObject stored, PlacedPod placed)
    {
        var stand = new NodeSlot(source.Slot.Name) { Facts = source.Facts };
        stand.Change(_ => source.Load.Without(placed));
        var pod = stored.Read<Pod>();
        var fresh = pod with { Spec = pod.Spec with { NodeName = null }, Status = new PodStatus { Phase = PodPhases.Pending } };
        return Placement.Choose(new PodRequest(stored, fresh, placed.Demand, nodes.Replace(source.Slot, stand), view) { Volumes = PodVolumes.Of(fresh, view) }).Node;
    }

    private static double Weight(RankedNode source, PlacedPod pod) => source.Share - NodeFullness.Of(source.Node.Facts, source.Node.Load.Without(pod));

    private static string Name(StoredObject stored) => $"{stored.Key.Namespace}/{stored.Key.Name}";
}
