using ActorKube.Actors.Catalog;
using ActorKube.Actors.Scheduling.Ledger;
using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Engine.Actors.Waking;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Watching;

namespace ActorKube.Actors.Scheduling;

/// <summary>
/// A node that comes, or changes in what matters to placement, may have room for pods that wait; one that goes takes its pods and its domain with it, which matters to those that look at others.
/// Heartbeats don't matter.
/// </summary>
internal sealed class NodePlacementWakeRule(PlacementLedger ledger) : IWakeRule
{
    public string? Resource => Resources.Nodes;

    public void Wake(ObjectEvent change, ViewSnapshot snapshot, ICollection<ObjectKey> wake)
    {
        if (change.Type != ObjectEventType.Deleted && change.Previous is { } previous && NodeFacts.Of(change.Object.Read<Node>()).IsLike(NodeFacts.Of(previous.Read<Node>())))
        {
            return;
        }

        var waiting = change.Type == ObjectEventType.Deleted
            ? ledger.Waiting.Where(static w => w.IsChoosy).Select(static w => w.Key)
            : snapshot.Lookup(Resources.Pods, ViewIndexes.PodsByNode, ViewIndexes.Unbound).Select(static p => p.Key);
        foreach (var pod in waiting)
        {
            wake.Add(pod);
        }
    }
}

/// <summary>A namespace whose labels change may be meant by rules about neighbours, of pods that wait or that are in their way.</summary>
internal sealed class NamespacePlacementWakeRule(PlacementLedger ledger) : IWakeRule
{
    public string? Resource => Resources.Namespaces;

    public void Wake(ObjectEvent change, ViewSnapshot snapshot, ICollection<ObjectKey> wake)
    {
        if (change.Previous is { } previous && !ledger.Neighbours.Rules.IsEmpty && !change.Object.Header.Labels.SequenceEqual(previous.Header.Labels))
        {
            foreach (var waiting in ledger.Waiting)
            {
                wake.Add(waiting.Key);
            }
        }
    }
}

/// <summary>
/// A pod that goes makes room; one that is bound, or changes its labels, may be the neighbour that others wait for. Of many that wait for room only the most important
/// are woken for each that goes: the room is theirs in any case, and the others look again by themselves.
/// </summary>
internal sealed class PodPlacementWakeRule(PlacementLedger ledger) : IWakeRule
{
    private const int MostForRoom = 256;

    public string? Resource => Resources.Pods;

    public void Wake(ObjectEvent change, ViewSnapshot snapshot, ICollection<ObjectKey> wake)
    {
        var pod = change.Object.Read<Pod>();
        if (string.IsNullOrEmpty(pod.Spec.NodeName))
        {
            return;
        }

        var before = change.Previous?.Read<Pod>();
        var leaves = change.Type == ObjectEventType.Deleted || (PodPhases.IsTerminal(pod.Status.Phase) && !PodPhases.IsTerminal(before?.Status.Phase));
        var waiting = leaves
            ? ledger.Waiting.Take(MostForRoom).Select(static w => w.Key)
            : IsNews(change, before) ? ledger.Waiting.Where(static w => w.IsChoosy).Select(static w => w.Key) : [];
        foreach (var other in waiting)
        {
            wake.Add(other);
        }
    }

    private static bool IsNews(ObjectEvent change, Pod? before) =>
        string.IsNullOrEmpty(before?.Spec.NodeName)
        || change.Object.Header.IsDeleting != change.Previous!.Header.IsDeleting
        || !change.Object.Header.Labels.SequenceEqual(change.Previous.Header.Labels);
}
