using ActorKube.Api.Apps;
using ActorKube.Engine.Actors.Reconciling;

namespace ActorKube.Actors.Workloads.Deployments;

/// <summary>
/// Changes of the number of replicas, in the middle of a rollout or while paused, leave the proportions of the ReplicaSets as they are: a rollout is
/// neither hastened nor undone by them.
/// </summary>
internal static class Scaling
{
    /// <summary>A ReplicaSet with pods was sized for another number of replicas.</summary>
    public static bool IsAskedFor(Rollout rollout) => rollout.All.Any(s =>
        s.Spec.Replicas > 0 && RevisionAnnotations.CountOf(s, RevisionAnnotations.DesiredReplicas) is { } desired && desired != rollout.Replicas);

    public static Decision Run(Rollout rollout)
    {
        Scale(rollout);
        if (rollout.Deployment.Spec.Paused)
        {
            RevisionHistory.Trim(rollout);
        }

        return rollout.Report(DeploymentStatusMath.Of(rollout));
    }

    private static void Scale(Rollout rollout)
    {
        if (ActiveOrLatest(rollout) is { } only)
        {
            SetScaling.Scale(rollout, only, rollout.Replicas);
        }
        else if (IsSaturated(rollout))
        {
            foreach (var old in rollout.ActiveOld.ToList())
            {
                SetScaling.Scale(rollout, old, 0);
            }
        }
        else if (rollout.All.Any() && DeploymentMath.IsRollingUpdate(rollout.Deployment))
        {
            Proportionally(rollout);
        }
    }

    /// <summary>The only one with pods, or if none has any the newest; null when several have.</summary>
    private static ReplicaSet? ActiveOrLatest(Rollout rollout) => rollout.All.Where(static s => s.Spec.Replicas > 0).ToList() switch
    {
        [] => rollout.New ?? rollout.Old.LastOrDefault(),
        [var only] => only,
        _ => null,
    };

    private static bool IsSaturated(Rollout rollout) => rollout.New is { } set
        && set.Spec.Replicas == rollout.Replicas
        && RevisionAnnotations.CountOf(set, RevisionAnnotations.DesiredReplicas) == rollout.Replicas
        && set.Status.AvailableReplicas == rollout.Replicas;

    private static void Proportionally(Rollout rollout)
    {
        var active = rollout.All.Where(static s => s.Spec.Replicas > 0).ToList();
        var allowed = rollout.Replicas > 0 ? DeploymentMath.MaxReplicas(rollout.Deployment) : 0;
        var toAdd = allowed - active.Sum(static s => s.Spec.Replicas!.Value);
        active.Sort(toAdd > 0 ? ReplicaSetAge.LargestThenNewest : ReplicaSetAge.LargestThenOldest);
        var sizes = Proportions.Of(rollout.Deployment, active, toAdd);
        for (var i = 0; i < active.Count; i++)
        {
            SetScaling.Resize(rollout, active[i], sizes[i]);
        }
    }
}
