namespace ActorKube.Api.Core;

/// <summary>Whether a pod can be counted on.</summary>
public static class PodReadiness
{
    public static bool IsReady(Pod pod) => PodConditions.IsTrue(pod.Status, PodConditions.Ready);

    /// <summary>
    /// Ready for at least <paramref name="minReadySeconds"/>: ready since 12:00:00 with 10 seconds asked is available from 12:00:10 on.
    /// </summary>
    public static bool IsAvailable(Pod pod, int minReadySeconds, DateTimeOffset now) =>
        IsReady(pod) && (minReadySeconds == 0 || AvailableAt(pod, minReadySeconds) <= now);

    /// <summary>When a ready pod becomes, or became, available; null while it isn't ready or doesn't say since when.</summary>
    public static DateTimeOffset? AvailableAt(Pod pod, int minReadySeconds) =>
        IsReady(pod) ? PodConditions.Find(pod.Status, PodConditions.Ready)!.LastTransitionTime?.AddSeconds(minReadySeconds) : null;

    /// <summary>Neither ended nor on its way out.</summary>
    public static bool IsActive(Pod pod) => !PodPhases.IsTerminal(pod.Status.Phase) && pod.Metadata.DeletionTimestamp is null;
}
