using System.Collections.Immutable;
using ActorKube.Actors.Scheduling.Ledger;
using ActorKube.Actors.Scheduling.Volumes;
using ActorKube.Actors.Storage;
using ActorKube.Api.Core;

namespace ActorKube.Actors.Scheduling.Filters;

/// <summary>The volumes of a pod must be reachable from its node, and volumes to be had there for claims that wait for it.</summary>
internal sealed class VolumeFilter(PodVolumes volumes) : INodeFilter
{
    private static readonly ImmutableArray<string> ZoneLabels =
        ["topology.kubernetes.io/zone", "topology.kubernetes.io/region", "failure-domain.beta.kubernetes.io/zone", "failure-domain.beta.kubernetes.io/region"];

    /// <summary>None for a pod without claims.</summary>
    public static IEnumerable<INodeFilter> For(PodRequest request) => request.Volumes.Bound.IsEmpty && request.Volumes.Delayed.IsEmpty ? [] : [new VolumeFilter(request.Volumes)];

    public Verdict Check(Candidate node)
    {
        var reasons = ImmutableArray<string>.Empty;
        if (volumes.Bound.Any(v => v is not null && !VolumeFacts.IsReachable(v, node.Facts.Name, node.Facts.Labels)))
        {
            reasons = reasons.Add("node(s) had volume node affinity conflict");
        }

        if (!volumes.Delayed.IsEmpty && VolumePlan.For(volumes, node.Facts) is null)
        {
            reasons = reasons.Add("node(s) didn't find available persistent volumes to bind");
        }

        if (volumes.Bound.Contains(null))
        {
            reasons = reasons.Add("node(s) unavailable due to one or more pvc(s) bound to non-existent pv(s)");
        }

        return reasons.IsEmpty && volumes.Bound.Any(v => v is not null && !IsInZone(v, node.Facts)) ? Verdict.RefuseForGood("node(s) had no available volume zone") : new Verdict(reasons, true);
    }

    /// <summary>Volumes from before node affinity have their zones in labels, several as <c>a__b</c>. A node that says nothing of zones may have any.</summary>
    private static bool IsInZone(PersistentVolume volume, NodeFacts node) =>
        !ZoneLabels.Any(node.Labels.ContainsKey)
        || ZoneLabels.All(key => volume.Metadata.Labels?.GetValueOrDefault(key) is not { } zones
            || (node.Labels.TryGetValue(key, out var zone) && zones.Split("__").Contains(zone, StringComparer.Ordinal)));
}
