using ActorKube.Api.Core;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;

namespace ActorKube.Actors.Scheduling.Ledger;

/// <summary>What placement needs to know of a pod that is, or is about to be, on a node.</summary>
/// <param name="Controller">Uid of what manages it; null for nothing.</param>
/// <param name="Affinity">Its own wishes about its neighbours; null for none.</param>
internal sealed record PlacedPod(ObjectKey Key, string Uid, ObjectLabels Labels, bool IsDeleting, string? Controller, PodDemand Demand, Affinity? Affinity)
{
    /// <summary>Why it is disrupted.</summary>
    public const string PreemptedReason = "PreemptionByScheduler";

    public int Priority { get; init; }

    /// <summary>When its node began with it; the end of time for one that is yet to begin.</summary>
    public DateTimeOffset Started { get; init; }

    /// <summary>It is leaving to make room for a more important one.</summary>
    public bool IsPreempted { get; init; }

    /// <summary>It demands that certain pods stay away.</summary>
    public bool Repels => Affinity?.PodAntiAffinity?.RequiredDuringSchedulingIgnoredDuringExecution is { Count: > 0 };

    public static PlacedPod Of(StoredObject stored, PodDemand? demand = null)
    {
        var pod = stored.Read<Pod>();
        var header = stored.Header;
        var affinity = pod.Spec.Affinity is { PodAffinity: not null } or { PodAntiAffinity: not null } ? pod.Spec.Affinity : null;
        return new PlacedPod(stored.Key, header.Uid, header.Labels, header.IsDeleting, header.Controller?.Uid, demand ?? PodDemand.Of(pod), affinity)
        {
            Priority = pod.Spec.Priority ?? 0,
            Started = pod.Status.StartTime ?? DateTimeOffset.MaxValue,
            IsPreempted = header.IsDeleting && PodConditions.Find(pod.Status, PodConditions.DisruptionTarget) is { Status: ConditionStatus.True, Reason: PreemptedReason },
        };
    }
}
