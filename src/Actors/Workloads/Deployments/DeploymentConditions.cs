using ActorKube.Api.Apps;

namespace ActorKube.Actors.Workloads.Deployments;

/// <summary>Conditions of Deployments.</summary>
internal static class DeploymentConditions
{
    public const string Available = "Available";
    public const string Progressing = "Progressing";
    public const string ReplicaFailure = "ReplicaFailure";

    public static DeploymentCondition? Find(DeploymentStatus status, string type) => status.Conditions?.FirstOrDefault(c => c.Type == type);

    /// <summary>The status with the condition; the same instance if it has it with this status and reason.</summary>
    public static DeploymentStatus Set(DeploymentStatus status, string type, string value, string reason, string message, DateTimeOffset now) =>
        Set(status, new DeploymentCondition { Type = type, Status = value, Reason = reason, Message = message, LastUpdateTime = now, LastTransitionTime = now });

    public static DeploymentStatus Set(DeploymentStatus status, DeploymentCondition condition)
    {
        var current = Find(status, condition.Type);
        if (current?.Status == condition.Status && current.Reason == condition.Reason)
        {
            return status;
        }

        return Replace(status, current?.Status == condition.Status ? condition with { LastTransitionTime = current.LastTransitionTime } : condition);
    }

    /// <summary>As <see cref="Set(DeploymentStatus, DeploymentCondition)"/>, though it may say the same as before but for its time.</summary>
    public static DeploymentStatus Replace(DeploymentStatus status, DeploymentCondition condition)
    {
        var rest = Remove(status, condition.Type);
        return rest with { Conditions = [.. rest.Conditions ?? [], condition] };
    }

    public static DeploymentStatus Remove(DeploymentStatus status, string type)
    {
        if (Find(status, type) is null)
        {
            return status;
        }

        var rest = status.Conditions!.Where(c => c.Type != type).ToList();
        return status with { Conditions = rest.Count == 0 ? null : rest };
    }
}
