using ActorKube.Api.Core;

namespace ActorKube.Actors.Workloads.Deployments;

/// <summary>Notes a pause and its end as progress, so that the time spent paused does not count against the deadline.</summary>
internal static class DeploymentPause
{
    private const string PausedReason = "DeploymentPaused";

    public static void Note(Rollout rollout)
    {
        var deployment = rollout.Deployment;
        var reason = DeploymentConditions.Find(deployment.Status, DeploymentConditions.Progressing)?.Reason;
        if (!DeploymentProgress.HasDeadline(deployment) || reason == DeploymentProgress.TimedOut || deployment.Spec.Paused == (reason == PausedReason))
        {
            return;
        }

        var (next, message) = deployment.Spec.Paused ? (PausedReason, "Deployment is paused") : ("DeploymentResumed", "Deployment is resumed");
        rollout.Deployment = deployment with
        {
            Status = DeploymentConditions.Set(deployment.Status, DeploymentConditions.Progressing, ConditionStatus.Unknown, next, message, rollout.Now),
        };
    }
}
