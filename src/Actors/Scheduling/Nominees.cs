using ActorKube.Actors.Scheduling.Filters;

namespace ActorKube.Actors.Scheduling;

/// <summary>
/// Room that was made for a pod is its own until it comes: pods that are no more important than it find the node as if it were there already. Follows
/// <c>kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/#user-exposed-information</c>.
/// </summary>
internal static class Nominees
{
    /// <summary>The node as the pod has to look at it.</summary>
    public static Candidate With(Candidate node, PodRequest request)
    {
        if (node.Slot.Nominated is not { IsEmpty: false } nominated)
        {
            return node;
        }

        var priority = request.Pod.Spec.Priority ?? 0;
        return nominated.Where(p => p.Priority >= priority && p.Key != request.Stored.Key).Aggregate(node, static (n, p) => n with { Load = n.Load.With(p) });
    }
}
