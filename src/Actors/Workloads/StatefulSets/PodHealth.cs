using ActorKube.Api.Core;

namespace ActorKube.Actors.Workloads.StatefulSets;

/// <summary>How well a pod of a StatefulSet is, as far as its neighbours have to wait for it.</summary>
internal static class PodHealth
{
    public static bool IsReady(Pod pod) => pod.Status.Phase == PodPhases.Running && PodReadiness.IsReady(pod);

    /// <summary>Ready, and not about to go.</summary>
    public static bool IsHealthy(Pod? pod) => pod is { Metadata.DeletionTimestamp: null } && IsReady(pod);

    /// <summary>Ready for as long as is asked for.</summary>
    public static bool IsAvailable(Pod pod, int minReadySeconds, DateTimeOffset now) => IsReady(pod) && PodReadiness.IsAvailable(pod, minReadySeconds, now);
}
