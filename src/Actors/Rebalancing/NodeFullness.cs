using System.Collections.Immutable;
using ActorKube.Actors.Scheduling.Filters;
using ActorKube.Actors.Scheduling.Ledger;
using ActorKube.Actors.Shared;

namespace ActorKube.Actors.Rebalancing;

/// <summary>How full nodes are.</summary>
internal static class NodeFullness
{
    /// <summary>
    /// The share that is taken of whatever is shortest, 0 to 1: CPU, memory or the number of pods. A node with 3 of 4 CPUs and 2 of 16 GiB taken is 0.75 full. Containers that
    /// ask for nothing count as the scheduler counts them.
    /// </summary>
    public static double Of(NodeFacts facts, NodeLoad load) => Math.Max(
        Math.Max(Share(load.ScoredCpu, facts.Allocatable.GetValueOrDefault(PodDemand.Cpu)), Share(load.ScoredMemory, facts.Allocatable.GetValueOrDefault(PodDemand.Memory))),
        Share(load.Pods.Length, facts.MaxPods));

    /// <summary>Nodes that take pods of anybody, the fullest first; of equal ones in the order of their names.</summary>
    public static ImmutableArray<RankedNode> Ranked(ImmutableArray<NodeSlot> nodes) =>
    [
        .. nodes.Where(static s => s.Facts is { Unschedulable: false } facts && !facts.Taints.Any(static t => t.Effect is TaintKeys.NoSchedule or TaintKeys.NoExecute))
            .Select(static s => new Candidate(s, s.Facts!, s.Load))
            .Select(static n => new RankedNode(n, Of(n.Facts, n.Load)))
            .OrderByDescending(static n => n.Share)
            .ThenBy(static n => n.Name, StringComparer.Ordinal),
    ];

    private static double Share(long taken, long of) => of <= 0 ? 0 : (double)taken / of;
}
