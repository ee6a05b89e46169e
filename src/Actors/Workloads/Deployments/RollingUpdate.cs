using ActorKube.Api.Apps;
using ActorKube.Engine.Actors.Reconciling;

namespace ActorKube.Actors.Workloads.Deployments;

/// <summary>
/// One step of a rolling update: the new ReplicaSet grows as far as the surge allows; if it can't, old ones shrink as far as availability allows. Both hold for the pods themselves at every moment,
/// not only for the sizes that are asked for: nothing grows or shrinks before all ReplicaSets have seen their last change of size.
/// </summary>
internal static class RollingUpdate
{
    public static Decision Run(Rollout rollout)
    {
        if (rollout.New is null && !SetBounds.AreKnown(rollout))
        {
            return DeploymentProgress.Report(rollout);
        }

        if (!NewReplicaSet.Ensure(rollout))
        {
            return rollout.Report(rollout.Deployment.Status);
        }

        if (!Grow(rollout) && !Shrink(rollout) && DeploymentStatusMath.IsComplete(rollout.Deployment, rollout.Deployment.Status))
        {
            RevisionHistory.Trim(rollout);
        }

        return DeploymentProgress.Report(rollout);
    }

    private static bool Grow(Rollout rollout)
    {
        var set = rollout.New!;
        var current = set.Spec.Replicas ?? 0;
        var size = current >= rollout.Replicas ? rollout.Replicas
            : SetBounds.AreKnown(rollout) ? Surge.NewReplicas(rollout, current)
            : current;
        return SetScaling.Scale(rollout, set, size);
    }

    /// <summary>
    /// Pods of the new set that aren't available yet count as missing: they must not let more old ones go. With 10 replicas, 2 of which may be
    /// missing, and a surge of 3: old 8, new 5 of which none is available: 13 - 8 - 5 = 0 may go. After an undo, old 5 unavailable, new 8 of which 7 are
    /// available: 13 - 8 - 1 = 4 may go.
    /// </summary>
    private static bool Shrink(Rollout rollout)
    {
        var set = rollout.New!;
        var pods = rollout.All.Sum(static s => s.Spec.Replicas ?? 0);
        var minAvailable = rollout.Replicas - DeploymentMath.MaxUnavailable(rollout.Deployment);
        var unavailable = (set.Spec.Replicas ?? 0) - SetBounds.FewestAvailable(set);
        var surplus = pods - minAvailable - unavailable;
        if (surplus <= 0 || !rollout.ActiveOld.Any() || !SetBounds.AreKnown(rollout) || rollout.ActiveOld.Any(IsBehind))
        {
            return false;
        }

        var cleaned = DropUnhealthy(rollout, surplus);
        return DropAvailable(rollout, minAvailable) + cleaned > 0;
    }

    /// <summary>It was scaled down and has not said yet what that left available: to go on counting on the old number would end too many.</summary>
    private static bool IsBehind(ReplicaSet set) => set.Status.AvailableReplicas > set.Spec.Replicas;

    /// <summary>Pods that aren't available go first: nobody misses them.</summary>
    private static int DropUnhealthy(Rollout rollout, int most)
    {
        var dropped = 0;
        foreach (var set in rollout.ActiveOld.ToList())
        {
            var unhealthy = set.Spec.Replicas!.Value - set.Status.AvailableReplicas;
            var count = Math.Min(most - dropped, unhealthy);
            if (count > 0)
            {
                SetScaling.Scale(rollout, set, set.Spec.Replicas.Value - count);
                dropped += count;
            }
        }

        return dropped;
    }

    private static int DropAvailable(Rollout rollout, int minAvailable)
    {
        var most = rollout.All.Sum(SetBounds.FewestAvailable) - minAvailable;
        var dropped = 0;
        foreach (var set in rollout.ActiveOld.ToList())
        {
            var count = Math.Min(set.Spec.Replicas!.Value, most - dropped);
            if (count > 0)
            {
                SetScaling.Scale(rollout, set, set.Spec.Replicas.Value - count);
                dropped += count;
            }
        }

        return dropped;
    }
}
