using System.Collections.Immutable;
using ActorKube.Api.Core;

namespace ActorKube.Actors.Scheduling;

/// <summary>
/// How nodes that a pod can go to are compared, chosen by the pod's <c>schedulerName</c>. What is required is the same in all of them. Follows "Multiple profiles" of
/// <c>kubernetes.io/docs/reference/scheduling/config</c>.
/// </summary>
/// <param name="Name">The scheduler's name.</param>
/// <param name="Packs">Prefers the fullest node that still has room, so that other nodes stay empty.</param>
internal sealed record PlacementProfile(string Name, bool Packs = false)
{
    public static PlacementProfile Default { get; } = new("default-scheduler");

    public static PlacementProfile Packing { get; } = new("packing-scheduler", Packs: true);

    public static ImmutableArray<PlacementProfile> All { get; } = [Default, Packing];

    /// <summary>Null for a pod of somebody else's scheduler.</summary>
    public static PlacementProfile? Of(Pod pod) => string.IsNullOrEmpty(pod.Spec.SchedulerName) ? Default : All.FirstOrDefault(p => p.Name == pod.Spec.SchedulerName);
}
