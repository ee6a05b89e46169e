using ActorKube.Actors.Actions;
using ActorKube.Actors.Scheduling.Binding;
using ActorKube.Actors.Scheduling.Ledger;
using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Commands;

namespace ActorKube.Actors.Scheduling;

/// <summary>
/// A pod that has no node chooses one; the node itself has the last word (<see cref="BindPod"/>). A pod that finds none says why, and is woken when nodes
/// change or other pods go. Follows <c>kubernetes.io/docs/concepts/scheduling-eviction/kube-scheduler</c>.
/// </summary>
internal sealed class PlacementReconciler(PlacementLedger ledger) : IReconciler
{
    public const string Source = "default-scheduler";

    /// <summary>A wake-up that was lost costs no more than this. Kubernetes' scheduler looks again after five minutes.</summary>
    private static readonly TimeSpan Recheck = TimeSpan.FromMinutes(1);

    public string Resource => Resources.Pods;

    public Decision Reconcile(ReconcileContext context)
    {
        if (context.Object is not { Header.IsDeleting: false } stored || stored.Read<Pod>() is not { } pod || !IsOurs(pod))
        {
            return Decision.None;
        }

        var request = new PodRequest(stored, pod, PodDemand.Of(pod), ledger.Nodes, context.View);
        var choice = Placement.Choose(request);
        return choice.Node is { } node
            ? Decision.Do(new BindPod(stored, PlacedPod.Of(stored, request.Demand), node.Slot, node.Load))
            : Unschedulable(context, pod, choice.Message);
    }

    private static bool IsOurs(Pod pod) => pod is
    {
        Spec: { NodeName: null or "", SchedulerName: null or "" or Source, SchedulingGates: null or { Count: 0 } },
        Status.Phase: not (PodPhases.Succeeded or PodPhases.Failed),
    };

    /// <summary>Told once for each reason, not for each try.</summary>
    private static Decision Unschedulable(ReconcileContext context, Pod pod, string message)
    {
        var status = PodConditions.With(pod.Status, PodConditions.Scheduled, ConditionStatus.False, context.Now, PodConditions.Unschedulable, message);
        var known = PodConditions.Find(pod.Status, PodConditions.Scheduled);
        return known is { Status: ConditionStatus.False, Reason: PodConditions.Unschedulable } && known.Message == message
            ? Decision.LookAgain(Recheck)
            : new Decision(
                [EmitEvent.Warning(pod, Source, "FailedScheduling", message), new ReplaceStatus(context.Object!, pod with { Status = status })], Recheck);
    }
}
