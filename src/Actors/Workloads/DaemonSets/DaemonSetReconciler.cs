using System.Collections.Immutable;
using ActorKube.Actors.Actions;
using ActorKube.Actors.Scheduling.Ledger;
using ActorKube.Actors.Shared;
using ActorKube.Actors.Workloads.ControllerRevisions;
using ActorKube.Api.Apps;
using ActorKube.Api.Core;
using ActorKube.Api.Serialization;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Commands;

namespace ActorKube.Actors.Workloads.DaemonSets;

/// <summary>
/// Keeps a pod on each node that is meant to have one. Top-down: deletion, claims, history, the right pods on the right nodes, and only when that is so a
/// step of the update. One turn looks once at each node and each of its pods. Follows
/// <c>kubernetes.io/docs/concepts/workloads/controllers/daemonset</c>.
/// </summary>
internal sealed class DaemonSetReconciler(PlacementLedger ledger) : IReconciler
{
    private readonly FailedDaemons _failures = new();

    public string Resource => Resources.DaemonSets;

    public Decision Reconcile(ReconcileContext context)
    {
        if (context.Object?.Read<DaemonSet>() is not { } set)
        {
            _failures.Forget(context.Key);
            return Decision.None;
        }

        if (set.Metadata.DeletionTimestamp is not null || WorkloadSelectors.Query(set.Spec.Selector) is not { IsEverything: false } selector)
        {
            return Decision.None;
        }

        var revisions = Claims.Of<ControllerRevision>(context.View, Resources.ControllerRevisions, set, selector);
        var pods = Claims.Of<Pod>(context.View, Resources.Pods, set, selector);
        if (revisions.Actions.Length + pods.Actions.Length > 0)
        {
            return new Decision([.. revisions.Actions, .. pods.Actions]);
        }

        var owner = new RevisionOwner(set, set.Spec.Template, WorkloadLabels.ControllerRevisionHash, set.Status.CollisionCount);
        var history = TemplateHistory.Of(context.View, owner, revisions.Items);
        return history.Current is null
            ? Decision.Do(new ReplaceStatus(context.Object, set with { Status = set.Status with { CollisionCount = (owner.CollisionCount ?? 0) + 1 } }))
            : Sync(new DaemonTurn(context, set, HashOf(history.Current), ledger.Nodes, pods.Items), history);
    }

    private Decision Sync(DaemonTurn turn, TemplateHistory history)
    {
        var actions = new DaemonActions(turn);
        var retry = DaemonPlacement.Run(turn, actions, _failures) - turn.Context.Now;
        if (!actions.Any && turn.IsRolling)
        {
            DaemonUpdate.Run(turn, actions);
        }

        var next = PodAvailability.Next(turn.Pods, turn.Set.Spec.MinReadySeconds, turn.Context.Now);
        return new Decision([.. history.Actions, .. actions.Build(Report(turn)), .. Trim(turn, history)], retry < next ? retry : next ?? retry);
    }

    private static string HashOf(ControllerRevision revision) => revision.Metadata.Labels?.GetValueOrDefault(WorkloadLabels.ControllerRevisionHash) ?? revision.Metadata.Name!;

    private static ImmutableArray<ReconcileAction> Report(DaemonTurn turn)
    {
        var status = DaemonSetStatusMath.Of(turn);
        return ApiEquality.Same(turn.Set.Status, status) ? [] : [new ReplaceStatus(turn.Context.Object!, turn.Set with { Status = status })];
    }

    private static IEnumerable<ReconcileAction> Trim(DaemonTurn turn, TemplateHistory history)
    {
        var live = turn.Pods.Select(static p => p.Stored.Header.Labels[WorkloadLabels.ControllerRevisionHash]).ToHashSet(StringComparer.Ordinal);
        return history.Trim(r => live.Contains(HashOf(r)), turn.Set.Spec.RevisionHistoryLimit ?? 0, countsLive: true);
    }
}
