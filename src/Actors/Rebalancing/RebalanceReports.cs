using ActorKube.Actors.Scheduling.Ledger;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Rebalancing;

/// <summary>Says what rebalancing would do, by asking what does it.</summary>
internal static class RebalanceReports
{
    public static RebalanceReport Of(ViewSnapshot view, PlacementLedger ledger, MovableWorkloads workloads, DateTimeOffset now)
    {
        var plan = new RebalancePlan(view, ledger.Nodes, workloads, now);
        return new RebalanceReport(workloads.Everywhere, workloads.IsOn(view), plan.Mean, [.. plan.Ranked.Select(n => Of(n, plan.For(n.Name)))]);
    }

    private static NodeReport Of(RankedNode node, NextMove next) => next.Move is { } move
        ? new NodeReport(node.Name, node.Share, new MoveReport(move.Pod.Key.Namespace, move.Pod.Key.Name, move.To.Slot.Name, move.ToShare), null)
        : new NodeReport(node.Name, node.Share, null, next.Why);
}
