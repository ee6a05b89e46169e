using ActorKube.Actors.Scheduling.Filters;

namespace ActorKube.Actors.Scheduling.Preemption;

/// <summary>How a pod that fits nowhere could be helped.</summary>
/// <param name="Victims">Who has to leave; null for nobody.</param>
/// <param name="Message">Why nobody; empty when somebody does, or already is leaving.</param>
/// <param name="Waits">Somebody is leaving for it at the moment.</param>
internal sealed record PreemptionChoice(Victims? Victims, string Message, bool Waits = false);

/// <summary>
/// Finds the node where the least is lost if less important pods leave it for a pod. Only asked for a pod that fits nowhere; nodes that refuse it for reasons that no pod's
/// leaving changes are not looked at, nor are those without a less important pod, which costs one comparison. Pure.
/// </summary>
internal static class Preemptor
{
    /// <summary>Nodes to compare, at least; of many a tenth.</summary>
    private const int LeastCompared = 100;

    public static PreemptionChoice Choose(PodRequest request, PlacementChoice refused)
    {
        if (request.Pod.Spec.PreemptionPolicy == "Never")
        {
            return new PreemptionChoice(null, "not eligible due to preemptionPolicy=Never.");
        }

        var priority = request.Pod.Spec.Priority ?? 0;
        if (IsHelpOnItsWay(request, refused, priority))
        {
            return new PreemptionChoice(null, "", Waits: true);
        }

        var budgets = new Lazy<BudgetRoom>(() => BudgetRoom.Of(request.View));
        var found = new List<Victims>();
        var verdicts = new List<Verdict>();
        var enough = Math.Max(LeastCompared, refused.Refusals.Length / 10);
        foreach (var (node, verdict) in refused.Refusals)
        {
            if (verdict.Final || node.Slot is null)
            {
                verdicts.Add(Verdict.RefuseForGood("Preemption is not helpful for scheduling"));
                continue;
            }

            var result = node.Load.LowestPriority < priority
                ? VictimSearch.On(new DryNode(request, refused.Filters, node), priority, budgets.Value)
                : new VictimResult(null, VictimSearch.NoVictims);
            verdicts.Add(result.Refusal);
            if (result.Found is { Pods.IsEmpty: false } victims)
            {
                found.Add(victims);
                if (found.Count >= enough && found.Exists(static v => v.Violations == 0))
                {
                    break;
                }
            }
        }

        return found.Count > 0 ? new PreemptionChoice(found.MinBy(static v => v.Cost), "") : new PreemptionChoice(null, Placement.Summary(verdicts));
    }

    /// <summary>The node that was cleared for it could still take it, and somebody is on the way out.</summary>
    private static bool IsHelpOnItsWay(PodRequest request, PlacementChoice refused, int priority) =>
        request.Pod.Status.NominatedNodeName is { Length: > 0 } nominated
        && refused.Refusals.FirstOrDefault(r => r.Node.Slot?.Name == nominated) is { Node.Slot: not null, Verdict.Final: false } refusal
        && refusal.Node.Load.Pods.Any(p => p.IsPreempted && p.Priority < priority);
}
