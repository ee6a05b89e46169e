using ActorKube.Actors.Actions;
using ActorKube.Actors.Nodes;
using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.Pods;

/// <summary>
/// Pods for which nobody answers any more: those whose node is no longer there, and those that are to end on a node that is declared out of service. They fail
/// and go without waiting for an agent. Follows <c>kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle#pod-garbage-collection</c>.
/// </summary>
internal sealed class LostPods(Observations observations) : IReconciler
{
    private const string Aspect = "node missing";

    /// <summary>A node that is replaced under its name is missing for a moment; Kubernetes waits as long.</summary>
    private static readonly TimeSpan Quarantine = TimeSpan.FromSeconds(40);

    public string Resource => Resources.Pods;

    public Decision Reconcile(ReconcileContext context)
    {
        if (context.Object is not { } stored || stored.Read<Pod>() is not { Spec.NodeName: { } name } pod)
        {
            return Present(context.Key);
        }

        if (context.View.Get(new ObjectKey(Resources.Nodes, "", name)) is { } node)
        {
            Present(context.Key);
            return stored.Header.IsDeleting && IsOutOfService(node.Read<Node>()) ? Drop(stored, pod, pod.Status) : Decision.None;
        }

        var left = observations.Since(context.Key, Aspect, name, context.Now) + Quarantine - context.Now;
        return left > TimeSpan.Zero ? Decision.LookAgain(left) : Drop(stored, pod, PodConditions.With(
            pod.Status, PodConditions.DisruptionTarget, ConditionStatus.True, context.Now, "DeletionByPodGC", "PodGC: node no longer exists"));
    }

    private Decision Present(ObjectKey key)
    {
        observations.Forget(key, Aspect);
        return Decision.None;
    }

    private static bool IsOutOfService(Node node) => !NodeConditions.IsReady(node) && node.Spec.Taints?.Any(static t => t.Key == TaintKeys.OutOfService) == true;

    private static Decision Drop(StoredObject stored, Pod pod, PodStatus status)
    {
        var delete = new DeleteObject(stored.Key, stored.Header.Uid) { Options = new DeleteOptions { GracePeriodSeconds = 0 } };
        return PodPhases.IsTerminal(pod.Status.Phase)
            ? Decision.Do(delete)
            : Decision.Do(new ReplaceStatus(stored, pod with { Status = status with { Phase = PodPhases.Failed } }), delete);
    }
}
