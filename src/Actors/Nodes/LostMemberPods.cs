using ActorKube.Actors.Actions;
using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.Nodes;

/// <summary>
/// Pods on a member that was declared dead are lost: they go at once, without waiting for an agent, so that their controllers replace them. Two things hold a pod: a toleration of its own, other
/// than the 300 s that every pod is given, and, if it must not run twice, the time that a host needs to know that it is dead.
/// </summary>
internal sealed class LostMemberPods(NodeMembers members, Observations observations) : IReconciler
{
    private const string Source = "node-controller";
    private const string Aspect = "member lost";

    /// <summary>What the admission of pods adds; Kubernetes' default.</summary>
    private const long InjectedToleration = 300;

    public string Resource => Resources.Pods;

    public Decision Reconcile(ReconcileContext context)
    {
        if (context.Object is not { } stored || stored.Read<Pod>() is not { Spec.NodeName: { } node } pod || members.SafeIn(node, NodeStanding.Of(context.View, node), context.Now) is not { } safeIn)
        {
            observations.Forget(context.Key, Aspect);
            return Decision.None;
        }

        var wait = RunOnce.Applies(pod, name => Claim(context, name)) ? safeIn : TimeSpan.Zero;
        if (!stored.Header.IsDeleting)
        {
            if (Patience(pod) is not { } patience)
            {
                return Decision.None;
            }

            var left = observations.Since(context.Key, Aspect, node, context.Now) + patience - context.Now;
            wait = left > wait ? left : wait;
        }

        return wait > TimeSpan.Zero ? Decision.LookAgain(wait) : Drop(context, stored, pod);
    }

    /// <summary>How long the pod wants to wait for its node; null for ever.</summary>
    internal static TimeSpan? Patience(Pod pod)
    {
        var unreachable = new Taint { Key = TaintKeys.Unreachable, Effect = TaintKeys.NoExecute };
        return Tolerations.For(unreachable, pod.Spec.Tolerations) switch
        {
            null or { TolerationSeconds: InjectedToleration } => TimeSpan.Zero,
            { TolerationSeconds: { } seconds } => TimeSpan.FromSeconds(Math.Max(0, seconds)),
            _ => null,
        };
    }

    private static PersistentVolumeClaim? Claim(ReconcileContext context, string name) =>
        context.View.Get(new ObjectKey("persistentvolumeclaims", context.Key.Namespace, name))?.Read<PersistentVolumeClaim>();

    private static Decision Drop(ReconcileContext context, StoredObject stored, Pod pod)
    {
        var delete = new DeleteObject(stored.Key, stored.Header.Uid) { Options = new DeleteOptions { GracePeriodSeconds = 0 } };
        if (PodPhases.IsTerminal(pod.Status.Phase))
        {
            return Decision.Do(delete);
        }

        var status = PodConditions.With(pod.Status, PodConditions.DisruptionTarget, ConditionStatus.True, context.Now, "DeletionByNodeLoss", "Node is lost");
        return Decision.Do(
            EmitEvent.Warning(pod, Source, "NodeLost", $"Node {pod.Spec.NodeName} is lost: pod is replaced"),
            new ReplaceStatus(stored, pod with { Status = status with { Phase = PodPhases.Failed } }),
            delete);
    }
}
