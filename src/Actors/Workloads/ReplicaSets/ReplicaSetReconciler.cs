using System.Collections.Immutable;
using ActorKube.Actors.Actions;
using ActorKube.Actors.Shared;
using ActorKube.Api.Apps;
using ActorKube.Api.Core;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Commands;

namespace ActorKube.Actors.Workloads.ReplicaSets;

/// <summary>
/// Keeps as many pods as asked for. Pods that ended, or are on their way out, do not count: they are replaced at once. One turn costs one
/// look at each pod that it has, so n replicas cost n whatever else is in the cluster.
/// Follows <c>kubernetes.io/docs/concepts/workloads/controllers/replicaset</c>.
/// </summary>
internal sealed class ReplicaSetReconciler : IReconciler
{
    public string Resource => Resources.ReplicaSets;

    public Decision Reconcile(ReconcileContext context)
    {
        if (context.Object?.Read<ReplicaSet>() is not { } set || WorkloadSelectors.Query(set.Spec.Selector) is not { } selector)
        {
            return Decision.None;
        }

        var pods = Claims.Of<Pod>(context.View, Resources.Pods, set, selector, PodReadiness.IsActive);
        var status = ReplicaSetStatusMath.Of(set, pods.Items, context.Now);
        return new Decision(
            [.. pods.Actions, .. Manage(context, set, pods.Items, status), .. Report(context, set, ReplicaSetFailure.Clear(status))],
            NextAvailable(set, pods.Items, context.Now));
    }

    private static ImmutableArray<ReconcileAction> Manage(ReconcileContext context, ReplicaSet set, List<Claimed<Pod>> pods, ReplicaSetStatus status)
    {
        var missing = (set.Spec.Replicas ?? 1) - pods.Count;
        if (missing == 0 || set.Metadata.DeletionTimestamp is not null)
        {
            return [];
        }

        var bursts = missing > 0 ? ReplicaSetScaling.Up(set, missing) : ReplicaSetScaling.Down(context, set, pods, -missing);
        return
        [
            bursts with
            {
                OnRefused = (refusal, done) =>
                [
                    .. bursts.OnRefused(refusal, done),
                    .. Report(context, set, ReplicaSetFailure.Set(status, missing > 0, refusal, context.Now)),
                ],
            },
        ];
    }

    /// <summary>The status as it was seen, before what this turn does: what it does leads to another turn.</summary>
    private static ImmutableArray<ReconcileAction> Report(ReconcileContext context, ReplicaSet set, ReplicaSetStatus status) =>
        ReplicaSetStatusMath.IsSame(set.Status, status) ? [] : [new ReplaceStatus(context.Object!, set with { Status = status })];

    /// <summary>When the next ready pod has been ready for long enough.</summary>
    private static TimeSpan? NextAvailable(ReplicaSet set, List<Claimed<Pod>> pods, DateTimeOffset now)
    {
        var seconds = set.Spec.MinReadySeconds;
        if (seconds == 0)
        {
            return null;
        }

        var next = pods.Select(p => PodReadiness.AvailableAt(p.Value, seconds)).Where(at => at > now).Min();
        return next - now;
    }
}
