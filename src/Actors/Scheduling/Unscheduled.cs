using ActorKube.Actors.Actions;
using ActorKube.Actors.Scheduling.Ledger;
using ActorKube.Actors.Scheduling.Preemption;
using ActorKube.Api.Core;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Scheduling;

/// <summary>
/// A pod that found no node says why, once for each reason, and has less important pods leave a node if that helps. It is nominated for the node before they go, so that the
/// room is not given away; a crash in between costs another look. Follows <c>kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption</c>.
/// </summary>
internal static class Unscheduled
{
    public static Decision Decide(ReconcileContext context, PodRequest request, PlacementChoice choice)
    {
        if (request.Nodes.IsEmpty)
        {
            return new Decision([.. Tell(context, request.Pod, choice.Reasons, request.Pod.Status.NominatedNodeName)], PlacementReconciler.Recheck);
        }

        var preemption = Preemptor.Choose(request, choice);
        if (preemption.Waits)
        {
            return Decision.LookAgain(PlacementReconciler.Recheck);
        }

        var summary = Placement.Summary(choice.Refusals.Length, choice.Reasons);
        var message = preemption.Victims is null ? $"{summary} preemption: {preemption.Message}" : summary;
        return new Decision(
            [.. Tell(context, request.Pod, message, preemption.Victims?.Node.Slot.Name), .. preemption.Victims is { } victims ? Preempt(context, request, victims) : []],
            PlacementReconciler.Recheck);
    }

    private static IEnumerable<ReconcileAction> Tell(ReconcileContext context, Pod pod, string message, string? nominated)
    {
        var known = PodConditions.Find(pod.Status, PodConditions.Scheduled);
        if (known is not { Status: ConditionStatus.False, Reason: PodConditions.Unschedulable } || known.Message != message)
        {
            yield return EmitEvent.Warning(pod, (PlacementProfile.Of(pod) ?? PlacementProfile.Default).Name, "FailedScheduling", message);
        }
        else if (string.Equals(pod.Status.NominatedNodeName ?? "", nominated ?? "", StringComparison.Ordinal))
        {
            yield break;
        }

        var status = PodConditions.With(pod.Status, PodConditions.Scheduled, ConditionStatus.False, context.Now, PodConditions.Unschedulable, message);
        yield return new ReplaceStatus(context.Object!, pod with { Status = status with { NominatedNodeName = nominated } });
    }

    private static IEnumerable<ReconcileAction> Preempt(ReconcileContext context, PodRequest request, Victims victims)
    {
        var (pod, node) = (request.Pod, victims.Node.Slot);
        foreach (var lesser in node.Nominated.Where(p => p.Priority < (pod.Spec.Priority ?? 0)))
        {
            if (Find(context.View, lesser) is { } stored && stored.Read<Pod>() is { Status.NominatedNodeName: not null } other)
            {
                yield return new ReplaceStatus(stored, other with { Status = other.Status with { NominatedNodeName = null } });
            }
        }

        foreach (var stored in victims.Pods.Select(p => Find(context.View, p)).OfType<StoredObject>().Where(static s => !s.Header.IsDeleting))
        {
            var victim = stored.Read<Pod>();
            var status = PodConditions.With(
                victim.Status, PodConditions.DisruptionTarget, ConditionStatus.True, context.Now, PlacedPod.PreemptedReason,
                request.Profile.Name + ": preempting to accommodate a higher priority pod");
            yield return new ReplaceStatus(stored, victim with { Status = status });
            yield return new DeleteObject(stored.Key, stored.Header.Uid)
            {
                Announce = EmitEvent.Normal(victim, request.Profile.Name, "Preempted", $"Preempted by pod {request.Stored.Header.Uid} on node {node.Name}"),
            };
        }
    }

    private static StoredObject? Find(ViewSnapshot view, PlacedPod pod) => view.Get(pod.Key) is { } stored && stored.Header.Uid == pod.Uid ? stored : null;
}
