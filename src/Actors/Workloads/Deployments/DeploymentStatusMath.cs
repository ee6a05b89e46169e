using ActorKube.Api.Apps;
using ActorKube.Api.Core;

namespace ActorKube.Actors.Workloads.Deployments;

/// <summary>Counts the pods of a Deployment by what its ReplicaSets report.</summary>
internal static class DeploymentStatusMath
{
    public static DeploymentStatus Of(Rollout rollout)
    {
        var deployment = rollout.Deployment;
        var available = rollout.All.Sum(static s => s.Status.AvailableReplicas);
        var status = deployment.Status with
        {
            ObservedGeneration = deployment.Metadata.Generation,
            Replicas = rollout.All.Sum(static s => s.Status.Replicas),
            UpdatedReplicas = rollout.New?.Status.Replicas ?? 0,
            ReadyReplicas = rollout.All.Sum(static s => s.Status.ReadyReplicas),
            AvailableReplicas = available,
            UnavailableReplicas = Math.Max(0, rollout.All.Sum(static s => s.Spec.Replicas ?? 0) - available),
        };
        return available >= rollout.Replicas - DeploymentMath.MaxUnavailable(deployment)
            ? DeploymentConditions.Set(status, DeploymentConditions.Available, ConditionStatus.True, "MinimumReplicasAvailable",
                "Deployment has minimum availability.", rollout.Now)
            : DeploymentConditions.Set(status, DeploymentConditions.Available, ConditionStatus.False, "MinimumReplicasUnavailable",
                "Deployment does not have minimum availability.", rollout.Now);
    }

    /// <summary>All pods are of the present template and available, and no others are left.</summary>
    public static bool IsComplete(Deployment deployment, DeploymentStatus status)
    {
        var wanted = deployment.Spec.Replicas ?? 1;
        return status.UpdatedReplicas == wanted && status.Replicas == wanted && status.AvailableReplicas == wanted
            && status.ObservedGeneration >= deployment.Metadata.Generation;
    }

    /// <summary>Something came, became ready or available, or went, since the status was last written.</summary>
    public static bool HasProgressed(DeploymentStatus before, DeploymentStatus now) =>
        now.UpdatedReplicas > before.UpdatedReplicas
        || now.Replicas - now.UpdatedReplicas < before.Replicas - before.UpdatedReplicas
        || now.ReadyReplicas > before.ReadyReplicas
        || now.AvailableReplicas > before.AvailableReplicas;
}
