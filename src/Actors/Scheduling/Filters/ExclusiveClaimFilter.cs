using System.Collections.Immutable;
using ActorKube.Actors.Storage;
using ActorKube.Api.Core;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Scheduling.Filters;

/// <summary>A claim with the access mode ReadWriteOncePod has one pod, wherever that is. It would help if that pod went.</summary>
internal sealed class ExclusiveClaimFilter(ImmutableArray<ObjectKey> users) : INodeFilter
{
    /// <summary>None for a pod that shares, or is the first.</summary>
    public static IEnumerable<INodeFilter> For(PodRequest request) =>
        Users(request.View, request.Volumes.Exclusive, request.Stored.Key) is { IsEmpty: false } users ? [new ExclusiveClaimFilter(users)] : [];

    /// <summary>Other pods on nodes that use one of the claims.</summary>
    public static ImmutableArray<ObjectKey> Users(ViewSnapshot view, ImmutableArray<ObjectKey> claims, ObjectKey self) =>
    [
        .. from claim in claims
           from stored in VolumeIndexes.PodsWith(view, claim.Namespace, claim.Name)
           where stored.Key != self && stored.Read<Pod>() is { Spec.NodeName.Length: > 0 } pod && !PodPhases.IsTerminal(pod.Status.Phase)
           select stored.Key,
    ];

    /// <summary>All pods that want one of the claims.</summary>
    public static IEnumerable<ObjectKey> Wanting(ViewSnapshot view, ImmutableArray<ObjectKey> claims) =>
        claims.SelectMany(c => VolumeIndexes.PodsWith(view, c.Namespace, c.Name)).Select(static s => s.Key);

    public Verdict Check(Candidate node)
    {
        // A node that is looked at as if some of its pods were gone no longer carries them.
        var gone = users.Count(u => node.Slot.Load.Find(u) is not null && node.Load.Find(u) is null);
        return gone == users.Length ? Verdict.Pass : Verdict.Refuse("node has pod using PersistentVolumeClaim with the same name and ReadWriteOncePod access mode");
    }
}
