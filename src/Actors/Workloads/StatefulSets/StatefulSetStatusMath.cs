using ActorKube.Api.Apps;

namespace ActorKube.Actors.Workloads.StatefulSets;

/// <summary>Counts the pods of a StatefulSet. Pods on their way out still are replicas, but no longer of a revision.</summary>
internal static class StatefulSetStatusMath
{
    public static StatefulSetStatus Of(StatefulTurn turn)
    {
        var set = turn.Set;
        var (ready, available) = (0, 0);
        foreach (var pod in turn.Pods)
        {
            ready += PodHealth.IsReady(pod) ? 1 : 0;
            available += PodHealth.IsAvailable(pod, set.Spec.MinReadySeconds, turn.Now) ? 1 : 0;
        }

        return Completed(turn, set.Status with
        {
            ObservedGeneration = set.Metadata.Generation,
            Replicas = turn.Pods.Count,
            ReadyReplicas = ready,
            AvailableReplicas = available,
            CurrentReplicas = turn.CountOf(turn.Current),
            UpdatedReplicas = turn.CountOf(turn.Update),
            CurrentRevision = turn.Current.Metadata.Name,
            UpdateRevision = turn.Update.Metadata.Name,
            CollisionCount = set.Status.CollisionCount ?? 0,
        });
    }

    /// <summary>Once all pods are of the new revision and ready, it is the current one.</summary>
    private static StatefulSetStatus Completed(StatefulTurn turn, StatefulSetStatus status)
    {
        var wanted = turn.Replicas.Length;
        return turn.IsRolling && status.UpdatedReplicas == wanted && status.ReadyReplicas == wanted && status.Replicas == wanted
            ? status with { CurrentReplicas = status.UpdatedReplicas, CurrentRevision = status.UpdateRevision }
            : status;
    }
}
