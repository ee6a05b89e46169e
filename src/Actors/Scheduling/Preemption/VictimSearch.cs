using ActorKube.Actors.Scheduling.Filters;
using ActorKube.Actors.Scheduling.Ledger;

namespace ActorKube.Actors.Scheduling.Preemption;

/// <summary>What came of looking for victims on a node.</summary>
/// <param name="Found">Null for none.</param>
/// <param name="Refusal">Why none.</param>
internal readonly record struct VictimResult(Victims? Found, Verdict Refusal);

/// <summary>
/// Which pods have to leave a node: first all that are less important are taken away, then they are put back one by one, those first whose budgets would be violated
/// and of these the most important, as long as the pod still fits. So no more go than have to. Follows <c>kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption</c>.
/// </summary>
internal static class VictimSearch
{
    public static readonly Verdict NoVictims = Verdict.RefuseForGood("No preemption victims found for incoming pod");

    public static VictimResult On(DryNode node, int priority, BudgetRoom budgets)
    {
        if (node.Load.LowestPriority >= priority)
        {
            return new VictimResult(null, NoVictims);
        }

        var lesser = node.Load.Pods.Where(p => p.Priority < priority).OrderByDescending(static p => p.Priority).ThenBy(static p => p.Started).ToList();
        foreach (var pod in lesser)
        {
            node.Load = node.Load.Without(pod);
        }

        if (node.Check() is { Passes: false } refusal)
        {
            return new VictimResult(null, refusal);
        }

        var guarded = budgets.Violated(lesser);
        var victims = lesser.Where(guarded.Contains).Concat(lesser.Where(p => !guarded.Contains(p))).Where(p => !IsSpared(node, p)).ToHashSet<PlacedPod>(ReferenceEqualityComparer.Instance);
        return new VictimResult(new Victims(node.Seen, [.. lesser.Where(victims.Contains)], guarded.Count(victims.Contains)), Verdict.Pass);
    }

    private static bool IsSpared(DryNode node, PlacedPod pod)
    {
        var without = node.Load;
        node.Load = without.With(pod);
        if (node.Check().Passes)
        {
            return true;
        }

        node.Load = without;
        return false;
    }
}
