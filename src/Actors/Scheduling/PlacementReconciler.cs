using ActorKube.Actors.Scheduling.Binding;
using ActorKube.Actors.Scheduling.Filters;
using ActorKube.Actors.Scheduling.Ledger;
using ActorKube.Actors.Scheduling.Volumes;
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
    /// <summary>A wake-up that was lost costs no more than this. Kubernetes' scheduler looks again after five minutes.</summary>
    public static readonly TimeSpan Recheck = TimeSpan.FromMinutes(1);

    /// <summary>How long a more important pod is given to take a node: its turn has begun, or is about to.</summary>
    private static readonly TimeSpan Courtesy = TimeSpan.FromMilliseconds(50);

    /// <summary>How long a pod that was refused lets what others have written arrive.</summary>
    private static readonly TimeSpan HoldOff = TimeSpan.FromMilliseconds(20);

    public string Resource => Resources.Pods;

    public Decision Reconcile(ReconcileContext context)
    {
        if (context.Object is not { Header.IsDeleting: false } stored || stored.Read<Pod>() is not { } pod || !IsOurs(pod))
        {
            return Decision.None;
        }

        if (ledger.HeldOff.TryRemove(stored.Key, out _))
        {
            return Decision.LookAgain(HoldOff);
        }

        var request = PodRequest.Of(stored, pod, ledger, context.View) with { Volumes = PodVolumes.Of(pod, context.View) };
        var choice = Placement.Choose(request);
        return choice.Node is not { } node ? Unscheduled.Decide(context, request, choice)
            : Precedence.Yields(request, node, ledger) ? Decision.LookAgain(Courtesy)
            : Place(request, node);
    }

    /// <summary>Claims that get their volumes where the pod goes get them first; the pod is told when they have.</summary>
    private static Decision Place(PodRequest request, Candidate node) => !request.Volumes.Delayed.IsEmpty && VolumePlan.For(request.Volumes, node.Facts) is { } plan
        ? new Decision(plan.Actions, Recheck)
        : Decision.Do(new BindPod(request.Stored, request.Self, node.Slot, node.Load));

    private static bool IsOurs(Pod pod) => pod is
    {
        Spec: { NodeName: null or "", SchedulingGates: null or { Count: 0 } },
        Status.Phase: not (PodPhases.Succeeded or PodPhases.Failed),
    } && PlacementProfile.Of(pod) is not null;
}
