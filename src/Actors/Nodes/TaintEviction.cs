using ActorKube.Actors.Actions;
using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.Nodes;

/// <summary>
/// A pod leaves a node whose taints with effect NoExecute it does not tolerate: at once, or after the shortest <c>tolerationSeconds</c> of those of its
/// tolerations that it needs. Follows "Taint based Evictions" of <c>kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration</c>.
/// </summary>
internal sealed class TaintEviction(NodeMembers members, Observations observations) : IReconciler
{
    private const string Source = "taint-eviction-controller";
    private const string Aspect = "eviction";
    private const string Reason = "TaintManagerEviction";

    public string Resource => Resources.Pods;

    public Decision Reconcile(ReconcileContext context)
    {
        if (context.Object is not { Header.IsDeleting: false } stored || stored.Read<Pod>() is not { Spec.NodeName: { } name } pod)
        {
            return Leave(context.Key);
        }

        var node = NodeStanding.Of(context.View, name);
        if (members.IsLost(name, node, context.Now))
        {
            // Pods of a lost member have rules of their own.
            return Leave(context.Key);
        }

        return Patience(node, pod) switch
        {
            null => Stay(context.Key, pod),
            { } wait when wait <= TimeSpan.Zero => Evict(context, stored, pod),
            { } wait => Wait(context, stored, pod, wait),
        };
    }

    /// <summary>How long the pod bears the node's taints; null for ever.</summary>
    private static TimeSpan? Patience(NodeStanding node, Pod pod)
    {
        TimeSpan? shortest = null;
        foreach (var taint in node.Evicting)
        {
            if (Tolerations.For(taint, pod.Spec.Tolerations) is not { } toleration)
            {
                return TimeSpan.Zero;
            }

            if (toleration.TolerationSeconds is { } seconds && !(TimeSpan.FromSeconds(seconds) >= shortest))
            {
                shortest = TimeSpan.FromSeconds(Math.Max(0, seconds));
            }
        }

        return shortest;
    }

    private Decision Leave(ObjectKey key)
    {
        observations.Forget(key, Aspect);
        return Decision.None;
    }

    private Decision Stay(ObjectKey key, Pod pod) => observations.Forget(key, Aspect)
        ? Decision.Do(EmitEvent.Normal(pod, Source, Reason, $"Cancelling deletion of Pod {key.Namespace}/{key.Name}"))
        : Decision.None;

    private Decision Wait(ReconcileContext context, StoredObject stored, Pod pod, TimeSpan wait)
    {
        var left = observations.Since(context.Key, Aspect, stored.Header.Uid, context.Now) + wait - context.Now;
        return left > TimeSpan.Zero ? Decision.LookAgain(left) : Evict(context, stored, pod);
    }

    private Decision Evict(ReconcileContext context, StoredObject stored, Pod pod)
    {
        observations.Forget(context.Key, Aspect);
        var status = PodConditions.With(pod.Status, PodConditions.DisruptionTarget, ConditionStatus.True, context.Now,
            "DeletionByTaintManager", "Taint manager: deleting due to NoExecute taint");
        return Decision.Do(
            EmitEvent.Normal(pod, Source, Reason, $"Marking for deletion Pod {stored.Key.Namespace}/{stored.Key.Name}"),
            new ReplaceStatus(stored, pod with { Status = status }),
            new DeleteObject(stored.Key, stored.Header.Uid));
    }
}
