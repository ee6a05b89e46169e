using ActorKube.Actors.Shared;
using ActorKube.Api.Core;

namespace ActorKube.Actors.Workloads.StatefulSets;

/// <summary>How well a pod of a StatefulSet is, as far as its neighbours have to wait for it.</summary>
internal static class PodHealth
{
    public static bool IsReady(Claimed<Pod> pod) => PodFacts.Of(pod.Stored) is { Phase: PodPhases.Running, IsReady: true };

    /// <summary>Ready, and not about to go.</summary>
    public static bool IsHealthy(Claimed<Pod>? pod) => pod is { Stored.Header.IsDeleting: false } present && IsReady(present);

    /// <summary>Ready for as long as is asked for.</summary>
    public static bool IsAvailable(Claimed<Pod> pod, int minReadySeconds, DateTimeOffset now) =>
        IsReady(pod) && PodFacts.Of(pod.Stored).IsAvailable(minReadySeconds, now);
}
