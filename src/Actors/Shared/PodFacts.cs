using ActorKube.Api.Core;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.Shared;

/// <summary>
/// The little that those who keep pods look at in every turn. It is read off a pod once and kept with it: of 5,000 pods that a set has, a turn then parses only those
/// that have changed. Labels, times and owners are in the header already.
/// </summary>
/// <param name="IsReady">The condition Ready is True.</param>
/// <param name="ReadyChanged">When it became so, or ceased to be.</param>
/// <param name="Node">Where the pod is; null before it is bound.</param>
internal sealed record PodFacts(string? Phase, bool IsReady, DateTimeOffset? ReadyChanged, string? Node)
{
    public bool HasEnded => PodPhases.IsTerminal(Phase);

    public static PodFacts Of(StoredObject stored) => stored.Digest(static s => Read(s.Read<Pod>()));

    /// <summary>Neither ended nor on its way out.</summary>
    public static bool IsActive(StoredObject stored) => !stored.Header.IsDeleting && !Of(stored).HasEnded;

    /// <summary>As <see cref="PodReadiness.AvailableAt"/>.</summary>
    public DateTimeOffset? AvailableAt(int minReadySeconds) => IsReady ? ReadyChanged?.AddSeconds(minReadySeconds) : null;

    /// <summary>As <see cref="PodReadiness.IsAvailable"/>.</summary>
    public bool IsAvailable(int minReadySeconds, DateTimeOffset now) => IsReady && (minReadySeconds == 0 || AvailableAt(minReadySeconds) <= now);

    private static PodFacts Read(Pod pod)
    {
        var ready = PodConditions.Find(pod.Status, PodConditions.Ready);
        return new PodFacts(pod.Status.Phase, ready?.Status == ConditionStatus.True, ready?.LastTransitionTime, string.IsNullOrEmpty(pod.Spec.NodeName) ? null : pod.Spec.NodeName);
    }
}
