using ActorKube.Api.Apps;

namespace ActorKube.Actors.Workloads.Deployments;

/// <summary>Changes the size of one ReplicaSet.</summary>
internal static class SetScaling
{
    /// <summary>Sets the size, with the sizes of the Deployment it was set under, and tells of it. False if it has that size.</summary>
    public static bool Scale(Rollout rollout, ReplicaSet set, int size)
    {
        if (set.Spec.Replicas == size)
        {
            return false;
        }

        Resize(rollout, set, size);
        return true;
    }

    /// <summary>As <see cref="Scale"/>, but the annotations are brought up to date whatever the size.</summary>
    public static void Resize(Rollout rollout, ReplicaSet set, int size)
    {
        var before = set.Spec.Replicas ?? 0;
        var next = RevisionAnnotations.WithSizes(
            before == size ? set : set with { Spec = set.Spec with { Replicas = size } },
            rollout.Replicas,
            DeploymentMath.MaxReplicas(rollout.Deployment));
        if (next == set)
        {
            return;
        }

        rollout.Set(next);
        if (before != size)
        {
            rollout.Emit(DeploymentEvents.Scaled(rollout.Deployment, set.Metadata.Name!, before, size));
        }
    }
}
