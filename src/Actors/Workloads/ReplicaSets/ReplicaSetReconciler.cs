using System.Collections.Immutable;
using ActorKube.Actors.Actions;
using ActorKube.Actors.Shared;
using ActorKube.Api.Apps;
using ActorKube.Api.Core;
using ActorKube.Engine.Actors.Reconciling;

namespace ActorKube.Actors.Workloads.ReplicaSets;

/// <summary>
/// Keeps as many pods as asked for, for ReplicaSets and for ReplicationControllers. Pods that ended, or are on their way out, do not count: they are replaced at once. One turn costs one
/// look at each pod that it has, so n replicas cost n whatever else is in the cluster; and with many of them it looks only once in a while, however many change.
/// Follows <c>kubernetes.io/docs/concepts/workloads/controllers/replicaset</c>.
/// </summary>
internal sealed class ReplicaSetReconciler(ReplicaKind kind) : IReconciler
{
    /// <summary>Some ten times as long as a look takes, 0.1 s for 5,000 pods: a rollout, which goes on with what it reports, hardly notices.</summary>
    private static readonly TimeSpan RestPerPod = TimeSpan.FromMilliseconds(0.02);

    private readonly LookPace _pace = new(RestPerPod);

    public string Resource => kind.Resource;

    public Decision Reconcile(ReconcileContext context)
    {
        if (context.Object is not { } stored || kind.Read(stored) is not { } set || WorkloadSelectors.Query(set.Spec.Selector) is not { } selector)
        {
            _pace.Forget(context.Key);
            return Decision.None;
        }

        if (_pace.Wait(context) is { } wait)
        {
            return Decision.LookAgain(wait);
        }

        var pods = Claims.Of<Pod>(context.View, Resources.Pods, set, selector, PodFacts.IsActive);
        var status = ReplicaSetStatusMath.Of(set, pods.Items, context.Now);
        var work = pods.Actions.AddRange(Manage(context, set, pods.Items, status));
        _pace.Note(context, pods.Items.Count, hasMore: !work.IsEmpty);
        return new Decision(
            [.. work, .. Report(context, set, ReplicaSetFailure.Clear(status))],
            PodAvailability.Next(pods.Items, set.Spec.MinReadySeconds, context.Now));
    }

    private ImmutableArray<ReconcileAction> Manage(ReconcileContext context, ReplicaSet set, List<Claimed<Pod>> pods, ReplicaSetStatus status)
    {
        var missing = (set.Spec.Replicas ?? 1) - pods.Count;
        if (missing == 0 || set.Metadata.DeletionTimestamp is not null)
        {
            return [];
        }

        var bursts = missing > 0 ? ReplicaSetScaling.Up(kind, set, missing, pods.Count) : ReplicaSetScaling.Down(context, kind, set, pods, -missing);
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
    private ImmutableArray<ReconcileAction> Report(ReconcileContext context, ReplicaSet set, ReplicaSetStatus status) =>
        ReplicaSetStatusMath.IsSame(set.Status, status) ? [] : [new ReplaceStatus(context.Object!, kind.WithStatus(context.Object!, status))];
}
