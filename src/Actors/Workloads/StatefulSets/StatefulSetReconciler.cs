using System.Collections.Immutable;
using ActorKube.Actors.Actions;
using ActorKube.Actors.Shared;
using ActorKube.Actors.Workloads.ControllerRevisions;
using ActorKube.Api.Apps;
using ActorKube.Api.Core;
using ActorKube.Api.Serialization;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Commands;

namespace ActorKube.Actors.Workloads.StatefulSets;

/// <summary>
/// Keeps pods with names, numbers and claims of their own. Top-down: claims, history, deletion, the pods that there should be, those that there shouldn't, then a
/// step of the update; each write leads to the next turn. Follows <c>kubernetes.io/docs/concepts/workloads/controllers/statefulset</c>.
/// </summary>
internal sealed class StatefulSetReconciler : IReconciler
{
    private const string HashLabel = "controller.kubernetes.io/hash";

    public string Resource => Resources.StatefulSets;

    public Decision Reconcile(ReconcileContext context)
    {
        if (context.Object?.Read<StatefulSet>() is not { } set || WorkloadSelectors.Query(set.Spec.Selector) is not { } selector)
        {
            return Decision.None;
        }

        var revisions = Claims.Of<ControllerRevision>(context.View, Resources.ControllerRevisions, set, selector);
        var pods = Claims.Of<Pod>(context.View, Resources.Pods, set, selector, p => Ordinals.Of(set, p.Key.Name) is not null);
        if (revisions.Actions.Length + pods.Actions.Length > 0)
        {
            return new Decision([.. revisions.Actions, .. pods.Actions]);
        }

        var owner = new RevisionOwner(set, set.Spec.Template, HashLabel, set.Status.CollisionCount ?? 0);
        var history = TemplateHistory.Of(context.View, owner, revisions.Items);
        return history.Current is null
            ? Decision.Do(new ReplaceStatus(context.Object, set with { Status = set.Status with { CollisionCount = owner.CollisionCount + 1 } }))
            : Sync(new StatefulTurn(context, set, history, pods.Items), history.Actions);
    }

    private static Decision Sync(StatefulTurn turn, ImmutableArray<ReconcileAction> history)
    {
        var report = Report(turn);
        if (turn.Set.Metadata.DeletionTimestamp is not null)
        {
            return new Decision(report);
        }

        var actions = new StatefulActions(turn, report);
        if (ReplicaSync.Run(turn, actions) && SurplusSync.Run(turn, actions))
        {
            RollingReplacement.Run(turn, actions);
        }

        return new Decision([.. history, .. actions.Build(), .. turn.TrimHistory()], NextLook(turn));
    }

    private static ImmutableArray<ReconcileAction> Report(StatefulTurn turn)
    {
        var status = StatefulSetStatusMath.Of(turn);
        return ApiEquality.Same(turn.Set.Status, status) ? [] : [new ReplaceStatus(turn.Stored, turn.Set with { Status = status })];
    }

    /// <summary>When a pod becomes available, or is given up.</summary>
    private static TimeSpan? NextLook(StatefulTurn turn)
    {
        var available = PodAvailability.Next(turn.Pods, turn.Set.Spec.MinReadySeconds, turn.Now);
        var givenUp = !turn.IsOrdered ? null : turn.Pods.Select(p => BrokenRevision.GivenUpAt(turn, p)).Where(at => at > turn.Now).Min() - turn.Now;
        return available < givenUp ? available : givenUp ?? available;
    }
}
