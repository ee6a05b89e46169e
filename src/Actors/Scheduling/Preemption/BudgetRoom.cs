using System.Collections.Immutable;
using ActorKube.Actors.Scheduling.Ledger;
using ActorKube.Actors.Shared;
using ActorKube.Api.Apps;
using ActorKube.Api.Policy;
using ActorKube.Api.Selectors;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Scheduling.Preemption;

/// <summary>How many pods the disruption budgets let go. Preemption prefers to keep them, and breaks them when it must.</summary>
internal sealed class BudgetRoom(ImmutableArray<BudgetRoom.Budget> budgets)
{
    public static BudgetRoom Of(ViewSnapshot view) => new([.. view.List(Resources.PodDisruptionBudgets)
        .Select(static s => s.Read<PodDisruptionBudget>())
        .Select(static b => new Budget(b.Metadata.Namespace ?? "", WorkloadSelectors.Query(b.Spec.Selector), b))
        .Where(static b => b.Selector is { IsNothing: false, IsEverything: false })]);

    /// <summary>Those that would violate a budget if all went in this order.</summary>
    public HashSet<PlacedPod> Violated(IReadOnlyList<PlacedPod> pods)
    {
        var violated = new HashSet<PlacedPod>(ReferenceEqualityComparer.Instance);
        var allowed = budgets.Select(static b => b.Value.Status.DisruptionsAllowed).ToArray();
        foreach (var pod in pods)
        {
            for (var i = 0; i < budgets.Length; i++)
            {
                if (budgets[i].Guards(pod) && --allowed[i] < 0)
                {
                    violated.Add(pod);
                }
            }
        }

        return violated;
    }

    /// <summary>A budget, ready to be compared with pods.</summary>
    internal sealed record Budget(string Namespace, LabelQuery? Selector, PodDisruptionBudget Value)
    {
        /// <summary>The pod counts, and its eviction was not granted already.</summary>
        public bool Guards(PlacedPod pod)
        {
            var labels = pod.Labels;
            return pod.Key.Namespace == Namespace && Selector!.Matches(key => labels[key]) && Value.Status.DisruptedPods?.ContainsKey(pod.Key.Name) != true;
        }
    }
}
