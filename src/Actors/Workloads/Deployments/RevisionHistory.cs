namespace ActorKube.Actors.Workloads.Deployments;

/// <summary>Forgets the oldest revisions beyond <c>revisionHistoryLimit</c>.</summary>
internal static class RevisionHistory
{
    public static void Trim(Rollout rollout)
    {
        if (rollout.Deployment.Spec.RevisionHistoryLimit is not { } limit || limit == int.MaxValue)
        {
            return;
        }

        var old = rollout.Old.Where(static s => s.Metadata.DeletionTimestamp is null).Order(ReplicaSetAge.LowestRevisionFirst).ToList();
        foreach (var set in old.Take(Math.Max(0, old.Count - limit)))
        {
            if (set is { Status.Replicas: 0, Spec.Replicas: 0 } && set.Metadata.Generation <= set.Status.ObservedGeneration)
            {
                rollout.Delete(set);
            }
        }
    }
}
