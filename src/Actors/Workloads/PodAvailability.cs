using ActorKube.Actors.Shared;
using ActorKube.Api.Core;

namespace ActorKube.Actors.Workloads;

/// <summary>When to look again at pods that have to be ready for some time before they count as available.</summary>
internal static class PodAvailability
{
    /// <summary>Until the next ready pod has been ready for long enough; null when there is nothing to wait for.</summary>
    public static TimeSpan? Next(IEnumerable<Claimed<Pod>> pods, int minReadySeconds, DateTimeOffset now) => minReadySeconds == 0
        ? null
        : pods.Select(p => PodFacts.Of(p.Stored).AvailableAt(minReadySeconds)).Where(at => at > now).Min() - now;
}
