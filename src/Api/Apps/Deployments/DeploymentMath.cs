using ActorKube.Api.Quantities;

namespace ActorKube.Api.Apps;

/// <summary>
/// How far a rolling update may stray from the number of replicas wanted. Percentages are of that number: surge is rounded up,
/// unavailable down. With 10 replicas and 25% each: up to 13 pods, at least 8 available. Follows "Rolling Update Deployment" of
/// <c>kubernetes.io/docs/concepts/workloads/controllers/deployment</c>. Amounts are taken as validated.
/// </summary>
public static class DeploymentMath
{
    /// <summary>
    /// Pods above and below the number wanted. When both come out as 0, as 1% of 2 replicas does, one may be unavailable: else
    /// the update could never move.
    /// </summary>
    /// <exception cref="FormatException">A text that is no percentage.</exception>
    public static (int Surge, int Unavailable) ResolveFenceposts(IntOrString? maxSurge, IntOrString? maxUnavailable, int desired)
    {
        var surge = (maxSurge ?? 0).GetScaledValue(desired, roundUp: true);
        var unavailable = (maxUnavailable ?? 0).GetScaledValue(desired, roundUp: false);
        return (surge, surge == 0 && unavailable == 0 ? 1 : unavailable);
    }

    public static bool IsRollingUpdate(Deployment deployment) => deployment.Spec.Strategy.Type == UpdateStrategies.RollingUpdate;

    /// <summary>Pods that may be above the number wanted; 0 unless it is updated by rolling.</summary>
    public static int MaxSurge(Deployment deployment) => IsRollingUpdate(deployment) ? Fenceposts(deployment).Surge : 0;

    /// <summary>Pods that may be missing, at most all; 0 unless it is updated by rolling.</summary>
    public static int MaxUnavailable(Deployment deployment) =>
        IsRollingUpdate(deployment) ? Math.Min(Fenceposts(deployment).Unavailable, Replicas(deployment)) : 0;

    /// <summary>Pods that have to be available at any time; 0 unless it is updated by rolling.</summary>
    public static int MinAvailable(Deployment deployment) =>
        IsRollingUpdate(deployment) ? Replicas(deployment) - MaxUnavailable(deployment) : 0;

    /// <summary>Pods that there may be at any time, old and new.</summary>
    public static int MaxReplicas(Deployment deployment) => Replicas(deployment) + MaxSurge(deployment);

    private static int Replicas(Deployment deployment) => deployment.Spec.Replicas ?? 1;

    private static (int Surge, int Unavailable) Fenceposts(Deployment deployment) => ResolveFenceposts(
        deployment.Spec.Strategy.RollingUpdate?.MaxSurge, deployment.Spec.Strategy.RollingUpdate?.MaxUnavailable, Replicas(deployment));
}
