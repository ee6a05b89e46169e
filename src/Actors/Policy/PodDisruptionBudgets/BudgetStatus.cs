using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Api.Policy;

namespace ActorKube.Actors.Policy.PodDisruptionBudgets;

/// <summary>The arithmetic of a budget. With 5 healthy pods, 3 of which must be, and 1 that is about to go: 5 - 1 - 3 = 1 may be evicted.</summary>
internal static class BudgetStatus
{
    private const string Type = "DisruptionAllowed";

    /// <summary>A granted eviction that has not begun after this time is taken as not happening.</summary>
    private static readonly TimeSpan DeletionTimeout = TimeSpan.FromMinutes(2);

    public static PodDisruptionBudgetStatus Of(
        PodDisruptionBudget budget, List<Pod> pods, PodCount count, Dictionary<string, DateTimeOffset> disrupted, DateTimeOffset now)
    {
        var healthy = pods.Count(p => p.Metadata.DeletionTimestamp is null && !disrupted.ContainsKey(p.Metadata.Name!) && PodReadiness.IsReady(p));
        var allowed = count.Pods <= 0 ? 0 : Math.Max(0, healthy - count.Healthy);
        var status = budget.Status with
        {
            ObservedGeneration = budget.Metadata.Generation,
            CurrentHealthy = healthy,
            DesiredHealthy = count.Healthy,
            ExpectedPods = count.Pods,
            DisruptionsAllowed = allowed,
            DisruptedPods = disrupted.Count == 0 ? null : disrupted,
        };
        return With(status, allowed > 0, allowed > 0 ? "SufficientPods" : "InsufficientPods", "", now);
    }

    /// <summary>Nothing may be evicted while it isn't known what that would do.</summary>
    public static PodDisruptionBudgetStatus Failed(PodDisruptionBudgetStatus status, string error, DateTimeOffset now) =>
        With(status with { DisruptionsAllowed = 0 }, false, "SyncFailed", error, now);

    /// <summary>Evictions that were granted and of which nothing is seen yet.</summary>
    public static Dictionary<string, DateTimeOffset> Disrupted(PodDisruptionBudget budget, List<Pod> pods, DateTimeOffset now)
    {
        var known = budget.Status.DisruptedPods ?? new Dictionary<string, DateTimeOffset>();
        return pods.Where(p => p.Metadata.DeletionTimestamp is null && known.TryGetValue(p.Metadata.Name!, out var time) && time + DeletionTimeout >= now)
            .ToDictionary(static p => p.Metadata.Name!, p => known[p.Metadata.Name!], StringComparer.Ordinal);
    }

    public static TimeSpan? NextCheck(Dictionary<string, DateTimeOffset> disrupted, DateTimeOffset now) =>
        disrupted.Count == 0 ? null : disrupted.Values.Min() + DeletionTimeout - now + TimeSpan.FromMilliseconds(1);

    private static PodDisruptionBudgetStatus With(PodDisruptionBudgetStatus status, bool allowed, string reason, string message, DateTimeOffset now)
    {
        var value = allowed ? ConditionStatus.True : ConditionStatus.False;
        var old = status.Conditions?.FirstOrDefault(static c => c.Type == Type);
        var condition = new Condition
        {
            Type = Type,
            Status = value,
            Reason = reason,
            Message = message,
            ObservedGeneration = status.ObservedGeneration,
            LastTransitionTime = old?.Status == value ? old.LastTransitionTime : now,
        };
        return status with { Conditions = [.. (status.Conditions ?? []).Where(static c => c.Type != Type), condition] };
    }
}
