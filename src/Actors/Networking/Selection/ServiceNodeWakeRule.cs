using ActorKube.Actors.Catalog;
using ActorKube.Actors.Nodes;
using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Engine.Actors.Waking;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Watching;

namespace ActorKube.Actors.Networking.Selection;

/// <summary>
/// A node that comes, goes or moves to another zone concerns the services of the pods on it; one that changes what zones have or where it is reached, those that share out traffic by zones and those
/// with a load balancer. Heartbeats are nobody's concern.
/// </summary>
internal sealed class ServiceNodeWakeRule : IWakeRule
{
    public string? Resource => Resources.Nodes;

    public void Wake(ObjectEvent change, ViewSnapshot snapshot, ICollection<ObjectKey> wake)
    {
        var isModified = change is { Type: ObjectEventType.Modified, Previous: not null };
        if (!isModified || change.Object.Header.Labels[NetworkingNames.Zone] != change.Previous!.Header.Labels[NetworkingNames.Zone])
        {
            foreach (var service in snapshot.Lookup(Resources.Pods, ViewIndexes.PodsByNode, change.Object.Key.Name).SelectMany(p => ServiceIndexes.Services.Candidates(snapshot, p)))
            {
                wake.Add(service.Key);
            }
        }

        if (!isModified || IsOther(change.Object, change.Previous!))
        {
            foreach (var service in ServiceIndexes.WithTopology(snapshot).Concat(ServiceIndexes.WithLoadBalancer(snapshot)))
            {
                wake.Add(service.Key);
            }
        }
    }

    /// <summary>Whether something has changed that decides where a node is reached or what it may do; heartbeats don't.</summary>
    internal static bool IsOther(StoredObject now, StoredObject before)
    {
        var (a, b) = (now.Read<Node>(), before.Read<Node>());
        return NodeConditions.IsReady(a) != NodeConditions.IsReady(b)
            || !now.Header.Labels.SequenceEqual(before.Header.Labels)
            || !(a.Status.Addresses ?? []).SequenceEqual(b.Status.Addresses ?? [])
            || a.Status.Allocatable?.GetValueOrDefault("cpu") != b.Status.Allocatable?.GetValueOrDefault("cpu")
            || a.Metadata.DeletionTimestamp is null != b.Metadata.DeletionTimestamp is null;
    }
}
