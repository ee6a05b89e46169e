using System.Collections.Immutable;
using System.Globalization;
using ActorKube.Actors.Actions;
using ActorKube.Actors.Scheduling.Ledger;
using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Api.Policy;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.Rebalancing;

/// <summary>
/// A node that is over-full gives up a pod, by the same decision that an eviction by hand takes. Each node decides for itself, at most once in a <see cref="RebalancingOptions.Period"/>, and
/// not before it was there for so long: what is over-full for a moment is left alone.
/// </summary>
internal sealed class Rebalancer(PlacementLedger ledger, MovableWorkloads workloads, Observations observations) : IReconciler
{
    private const string Source = "rebalancer";
    private const string Aspect = "rebalance";

    public string Resource => Resources.Nodes;

    public Decision Reconcile(ReconcileContext context)
    {
        if (context.Object is not { Header.IsDeleting: false } || !workloads.IsOn(context.View))
        {
            observations.Forget(context.Key, Aspect);
            return Decision.None;
        }

        var left = observations.Since(context.Key, Aspect, "", context.Now) + workloads.Period - context.Now;
        if (left > TimeSpan.Zero)
        {
            return Decision.LookAgain(left);
        }

        observations.Forget(context.Key, Aspect);
        observations.Since(context.Key, Aspect, "", context.Now);
        var plan = new RebalancePlan(context.View, ledger.Nodes, workloads, context.Now);
        return plan.For(context.Key.Name).Move is { } move ? new Decision(Perform(context, move), workloads.Period) : Decision.LookAgain(workloads.Period);
    }

    /// <summary>The budget pays first; whoever spends it at the same time makes this decision stale.</summary>
    private static ImmutableArray<ReconcileAction> Perform(ReconcileContext context, Move move)
    {
        var pod = move.Pod.Read<Pod>();
        var actions = ImmutableArray.CreateBuilder<ReconcileAction>();
        if (move.Eviction.Budget is { } spent
            && context.View.Get(new ObjectKey(Resources.PodDisruptionBudgets, spent.Metadata.Namespace ?? "", spent.Metadata.Name ?? "")) is { } budget)
        {
            actions.Add(new ReplaceStatus(budget, spent));
        }

        actions.Add(new ReplaceStatus(move.Pod, PodEviction.MarkEvicted(pod, context.Now)));
        actions.Add(new DeleteObject(move.Pod.Key, move.Pod.Header.Uid) { Announce = EmitEvent.Normal(pod, Source, "Rebalanced", Text(move)) });
        return actions.ToImmutable();
    }

    private static string Text(Move move) => string.Create(
        CultureInfo.InvariantCulture, $"Evicted from {move.From.Name}, which is {100 * move.From.Share:0}% full; {move.To.Slot.Name} would be {100 * move.ToShare:0}% full with it");
}
