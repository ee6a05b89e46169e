using ActorKube.Api.Apps;
using ActorKube.Api.Core;
using ActorKube.Engine.Actors.Reconciling;

namespace ActorKube.Actors.Workloads.Deployments;

/// <summary>
/// Says whether a rollout moves. Each sign of progress renews the condition's time; when the deadline passes without one the rollout is reported as
/// stuck. It is never undone. Follows "Deployment status" of <c>kubernetes.io/docs/concepts/workloads/controllers/deployment</c>.
/// </summary>
internal static class DeploymentProgress
{
    public const string TimedOut = "ProgressDeadlineExceeded";
    private const string Completed = "NewReplicaSetAvailable";

    /// <summary>The largest number stands for none.</summary>
    public static bool HasDeadline(Deployment deployment) => deployment.Spec.ProgressDeadlineSeconds is { } seconds && seconds != int.MaxValue;

    /// <summary>Ends the turn with the status as it is now, and with a look at the deadline.</summary>
    public static Decision Report(Rollout rollout)
    {
        var status = WithFailure(rollout, WithProgress(rollout, DeploymentStatusMath.Of(rollout)));
        return rollout.Report(status, NextCheck(rollout.Deployment, status, rollout.Now));
    }

    private static DeploymentStatus WithProgress(Rollout rollout, DeploymentStatus status)
    {
        var deployment = rollout.Deployment;
        if (!HasDeadline(deployment))
        {
            return DeploymentConditions.Remove(status, DeploymentConditions.Progressing);
        }

        var current = DeploymentConditions.Find(deployment.Status, DeploymentConditions.Progressing);
        if (status.Replicas == status.UpdatedReplicas && current?.Reason == Completed)
        {
            return status;
        }

        var subject = rollout.New is { } set ? $"ReplicaSet \"{set.Metadata.Name}\"" : $"Deployment \"{deployment.Metadata.Name}\"";
        if (DeploymentStatusMath.IsComplete(deployment, status))
        {
            return DeploymentConditions.Set(status, DeploymentConditions.Progressing, ConditionStatus.True, Completed, $"{subject} has successfully progressed.", rollout.Now);
        }

        if (DeploymentStatusMath.HasProgressed(deployment.Status, status))
        {
            return Progressed(status, current, $"{subject} is progressing.", rollout.Now);
        }

        return IsTimedOut(deployment, current, rollout.Now)
            ? DeploymentConditions.Set(status, DeploymentConditions.Progressing, ConditionStatus.False, TimedOut, $"{subject} has timed out progressing.", rollout.Now)
            : status;
    }

    private static DeploymentStatus Progressed(DeploymentStatus status, DeploymentCondition? current, string message, DateTimeOffset now) =>
        DeploymentConditions.Replace(status, new DeploymentCondition
        {
            Type = DeploymentConditions.Progressing,
            Status = ConditionStatus.True,
            Reason = "ReplicaSetUpdated",
            Message = message,
            LastUpdateTime = now,
            LastTransitionTime = current?.Status == ConditionStatus.True ? current.LastTransitionTime : now,
        });

    private static bool IsTimedOut(Deployment deployment, DeploymentCondition? condition, DateTimeOffset now) => condition switch
    {
        null or { Reason: Completed } => false,
        { Reason: TimedOut } => true,
        _ => condition.LastUpdateTime?.AddSeconds(deployment.Spec.ProgressDeadlineSeconds!.Value) < now,
    };

    /// <summary>A failure of the new ReplicaSet, else of an old one, is the Deployment's.</summary>
    private static DeploymentStatus WithFailure(Rollout rollout, DeploymentStatus status)
    {
        var failure = rollout.All.Reverse().SelectMany(static s => s.Status.Conditions ?? []).FirstOrDefault(static c => c.Type == DeploymentConditions.ReplicaFailure);
        return failure is null ? DeploymentConditions.Remove(status, DeploymentConditions.ReplicaFailure) : DeploymentConditions.Set(status, new DeploymentCondition
        {
            Type = DeploymentConditions.ReplicaFailure,
            Status = failure.Status,
            Reason = failure.Reason,
            Message = failure.Message,
            LastUpdateTime = failure.LastTransitionTime,
            LastTransitionTime = failure.LastTransitionTime,
        });
    }

    /// <summary>
    /// A second after the deadline: last progress at 12:00:00, deadline 600 s, now 12:03:00: in 421 s. The second is for times being cut to seconds.
    /// </summary>
    private static TimeSpan? NextCheck(Deployment deployment, DeploymentStatus status, DateTimeOffset now)
    {
        var condition = DeploymentConditions.Find(status, DeploymentConditions.Progressing);
        if (!HasDeadline(deployment) || condition is null or { Reason: TimedOut } || DeploymentStatusMath.IsComplete(deployment, status))
        {
            return null;
        }

        var left = condition.LastUpdateTime?.AddSeconds(deployment.Spec.ProgressDeadlineSeconds!.Value) - now + TimeSpan.FromSeconds(1);
        return left > TimeSpan.FromSeconds(1) ? left : TimeSpan.FromSeconds(1);
    }
}
