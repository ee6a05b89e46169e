using ActorKube.Api.Apps;

namespace ActorKube.Actors.Workloads.Deployments;

/// <summary>How large the new ReplicaSet may be while others still have pods.</summary>
internal static class Surge
{
    /// <summary>
    /// 10 replicas, surge 3: with 10 old pods the new set may have 3; with 8 old and 3 new ones 5, but 3 while the two that are to go are still there; never more than 10.
    /// When it is recreated all may come at once, since nothing is left of the old.
    /// </summary>
    /// <param name="rollout">The turn.</param>
    /// <param name="current">Pods wanted by the new set.</param>
    public static int NewReplicas(Rollout rollout, int current)
    {
        if (!DeploymentMath.IsRollingUpdate(rollout.Deployment))
        {
            return rollout.Replicas;
        }

        var room = DeploymentMath.MaxReplicas(rollout.Deployment) - rollout.All.Sum(SetBounds.MostPods);
        return room <= 0 ? current : current + Math.Min(room, rollout.Replicas - current);
    }
}
