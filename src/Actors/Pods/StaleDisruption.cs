using ActorKube.Actors.Actions;
using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Commands;

namespace ActorKube.Actors.Pods;

/// <summary>A pod that was to be disrupted and two minutes later still isn't being deleted was spared: the condition is taken back.</summary>
internal sealed class StaleDisruption : IReconciler
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(2);

    public string Resource => Resources.Pods;

    public Decision Reconcile(ReconcileContext context)
    {
        if (context.Object is not { Header.IsDeleting: false } stored || stored.Read<Pod>() is not { } pod || PodPhases.IsTerminal(pod.Status.Phase)
            || PodConditions.Find(pod.Status, PodConditions.DisruptionTarget) is not { Status: ConditionStatus.True, Reason: not "TerminationByKubelet" } condition)
        {
            return Decision.None;
        }

        var left = (condition.LastTransitionTime ?? context.Now) + Timeout - context.Now;
        return left > TimeSpan.Zero ? Decision.LookAgain(left) : Decision.Do(new ReplaceStatus(stored, pod with
        {
            Status = PodConditions.With(pod.Status, PodConditions.DisruptionTarget, ConditionStatus.False, context.Now),
        }));
    }
}
