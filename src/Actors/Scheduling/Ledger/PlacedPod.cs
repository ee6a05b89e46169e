using System.Collections.Immutable;
using ActorKube.Actors.Scheduling.Neighbours;
using ActorKube.Api.Core;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.Scheduling.Ledger;

/// <summary>What placement needs to know of a pod that is, or is about to be, on a node.</summary>
/// <param name="Controller">Uid of what manages it; null for nothing.</param>
/// <param name="Rules">What it says about its neighbours.</param>
internal sealed record PlacedPod(ObjectKey Key, string Uid, ObjectLabels Labels, bool IsDeleting, string? Controller, PodDemand Demand, ImmutableArray<NeighbourRule> Rules)
{
    /// <summary>Why it is disrupted.</summary>
    public const string PreemptedReason = "PreemptionByScheduler";

    public int Priority { get; init; }

    /// <summary>When its node began with it; the end of time for one that is yet to begin.</summary>
    public DateTimeOffset Started { get; init; }

    /// <summary>It is leaving to make room for a more important one.</summary>
    public bool IsPreempted { get; init; }

    /// <summary>It surely is on its node; otherwise it is being bound to it, which may fail.</summary>
    public bool IsBound { get; init; }

    /// <summary>It demands that certain pods stay away.</summary>
    public bool Repels { get; } = Rules.Any(static r => r.Kind == RuleKind.Repels);

    /// <param name="known">The same pod as it was seen before, whose spec says the same about resources and neighbours; null if it wasn't.</param>
    public static PlacedPod Of(StoredObject stored, PlacedPod? known = null) => Of(stored, known?.Demand, known?.Rules);

    public static PlacedPod Of(StoredObject stored, PodDemand? demand, ImmutableArray<NeighbourRule>? rules)
    {
        var pod = stored.Read<Pod>();
        var header = stored.Header;
        return new PlacedPod(
            stored.Key, header.Uid, header.Labels, header.IsDeleting, header.Controller?.Uid, demand ?? PodDemand.Of(pod), rules ?? PodRules.Of(pod, stored.Key.Namespace))
        {
            Priority = pod.Spec.Priority ?? 0,
            Started = pod.Status.StartTime ?? DateTimeOffset.MaxValue,
            IsPreempted = header.IsDeleting && PodConditions.Find(pod.Status, PodConditions.DisruptionTarget) is { Status: ConditionStatus.True, Reason: PreemptedReason },
            IsBound = !string.IsNullOrEmpty(pod.Spec.NodeName),
        };
    }

    public bool Holds(string rule)
    {
        foreach (var own in Rules)
        {
            if (own.Text == rule)
            {
                return true;
            }
        }

        return false;
    }
}
