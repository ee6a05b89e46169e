using ActorKube.Api.Apps;

namespace ActorKube.Actors.Workloads.Deployments;

/// <summary>How large the new ReplicaSet may be while others still have pods.</summary>
internal static class Surge
{
    /// <summary>
    /// 10 replicas, surge 3: with 10 old pods the new set may have 3; with 8 old and 3 new ones 5; never more than 10.
    /// When it is recreated all may come at once, since nothing is left of the old.
    /// </summary>
    /// <param name="others">Pods wanted by the old ReplicaSets.</param>
    /// <param name="current">Pods wanted by the new one.</param>
    public static int NewReplicas(Deployment deployment, int others, int current)
    {
        var wanted = deployment.Spec.Replicas ?? 1;
        if (!DeploymentMath.IsRollingUpdate(deployment))
        {
            return wanted;
        }

        var room = DeploymentMath.MaxReplicas(deployment) - others - current;
        return room <= 0 ? current : current + Math.Min(room, wanted - current);
    }
}
