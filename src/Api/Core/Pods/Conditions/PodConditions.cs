namespace ActorKube.Api.Core;

/// <summary>Conditions of pods: types, and reading and setting them on immutable statuses.</summary>
public static class PodConditions
{
    public const string Scheduled = "PodScheduled";
    public const string Initialized = "Initialized";
    public const string ContainersReady = "ContainersReady";
    public const string Ready = "Ready";
    public const string ReadyToStartContainers = "PodReadyToStartContainers";
    public const string DisruptionTarget = "DisruptionTarget";

    /// <summary>Reason of <see cref="Scheduled"/> being False while gates hold the pod back.</summary>
    public const string SchedulingGated = "SchedulingGated";

    /// <summary>Reason of <see cref="Scheduled"/> being False when no node fits.</summary>
    public const string Unschedulable = "Unschedulable";

    public static PodCondition? Find(PodStatus status, string type) => status.Conditions?.FirstOrDefault(c => c.Type == type);

    /// <summary>The condition is there and its status is True.</summary>
    public static bool IsTrue(PodStatus status, string type) => Find(status, type)?.Status == ConditionStatus.True;

    /// <summary>
    /// The status with the condition set. The time of transition moves to <paramref name="now"/> only when the condition is new or
    /// its status changes; the same status comes back when nothing differs.
    /// </summary>
    public static PodStatus With(PodStatus status, string type, string value, DateTimeOffset now, string? reason = null, string? message = null)
    {
        var old = Find(status, type);
        var condition = new PodCondition
        {
            Type = type,
            Status = value,
            LastProbeTime = old?.LastProbeTime,
            LastTransitionTime = old?.Status == value ? old.LastTransitionTime : now,
            Reason = reason,
            Message = message,
        };
        return condition == old ? status : status with
        {
            Conditions = old is null
                ? [.. status.Conditions.OrEmpty(), condition]
                : status.Conditions.Each(c => c.Type == type ? condition : c),
        };
    }
}
