using System.Collections.Immutable;
using ActorKube.Actors.Scheduling.Filters;
using ActorKube.Actors.Scheduling.Ledger;

namespace ActorKube.Actors.Scheduling.Preemption;

/// <summary>Pods that have to leave a node so that a more important one can have it.</summary>
/// <param name="Node">The node as it was seen.</param>
/// <param name="Pods">The most important first; at least one.</param>
/// <param name="Violations">How many of them their disruption budgets would keep.</param>
internal sealed record Victims(Candidate Node, ImmutableArray<PlacedPod> Pods, int Violations)
{
    /// <summary>
    /// What speaks against it, the weightiest first: budgets violated, the most important victim, the sum of all, their number, and how long the most important ones
    /// have been running. Of victims with the priorities {10, 10} and {20} the former are chosen.
    /// </summary>
    public (int Violations, int Highest, long Sum, int Count, long Age) Cost =>
        (Violations, Pods[0].Priority, Pods.Sum(Weight), Pods.Length, -Pods.Where(p => p.Priority == Pods[0].Priority).Min(static p => p.Started.UtcTicks));

    /// <summary>Never negative, so that more victims always weigh more.</summary>
    private static long Weight(PlacedPod pod) => pod.Priority + (1L + int.MaxValue);
}
