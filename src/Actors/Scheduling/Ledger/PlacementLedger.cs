using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ActorKube.Actors.Scheduling.Binding;
using ActorKube.Actors.Scheduling.Neighbours;
using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Watching;

namespace ActorKube.Actors.Scheduling.Ledger;

/// <summary>
/// All nodes with what they carry, kept up to date by the feed so that placing a pod adds up nothing. It is the state of the view, told in another way, plus
/// the pods that are being bound at the moment: whoever decides next sees them, so that pods that are placed at the same time do not all
/// choose the same node. Written by the feed and by bindings, read without locks from any thread.
/// </summary>
internal sealed class PlacementLedger : IViewObserver
{
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<string, NodeSlot> _slots = new(StringComparer.Ordinal);
    private NodeSlot[] _nodes = [];
    private readonly WaitingPods _waiting;
    private long _revision;

    public PlacementLedger() => _waiting = new WaitingPods(Slot);

    /// <summary>The nodes that are there, by name.</summary>
    public ImmutableArray<NodeSlot> Nodes => AsImmutable(Volatile.Read(ref _nodes));

    /// <summary>Pods that found no node, the most important first.</summary>
    public ImmutableSortedSet<WaitingPod> Waiting => _waiting.Pods;

    /// <summary>What pods say about each other, and where they are.</summary>
    public NeighbourBook Neighbours { get; } = new();

    /// <summary>Pods that nodes of this host have admitted and that aren't bound yet.</summary>
    public Admissions Admissions { get; } = new();

    /// <summary>Pods that were refused what others may have got, and should not ask again at once.</summary>
    public ConcurrentDictionary<ObjectKey, bool> HeldOff { get; } = new();

    /// <summary>The revision up to which the feed was seen.</summary>
    public long Revision => Volatile.Read(ref _revision);

    /// <summary>Begins with what there is. Events that come after it, though the snapshot has them already, end in the same state.</summary>
    public void Load(Func<ViewSnapshot> newest)
    {
        lock (_gate)
        {
            Load(newest());
        }
    }

    private void Load(ViewSnapshot snapshot)
    {
        foreach (var node in snapshot.List(Resources.Nodes))
        {
            Slot(node.Key.Name).Facts = NodeFacts.Of(node.Read<Node>());
        }

        foreach (var pod in snapshot.List(Resources.Pods))
        {
            Apply(pod, isThere: true);
        }

        ListNodes();
        Volatile.Write(ref _revision, snapshot.Revision);
    }

    public NodeSlot? Find(string node) => _slots.GetValueOrDefault(node);

    public void OnChanged(ReadOnlySpan<ObjectEvent> events, ViewSnapshot snapshot)
    {
        lock (_gate)
        {
            foreach (var change in events)
            {
                Apply(change);
            }

            Volatile.Write(ref _revision, snapshot.Revision);
        }
    }

    /// <summary>Waits for the feed, which is never more than the batch that it works on behind the view.</summary>
    public async ValueTask WaitForAsync(long revision)
    {
        while (Revision < revision)
        {
            await Task.Yield();
        }
    }

    private static ImmutableArray<NodeSlot> AsImmutable(NodeSlot[] nodes) =>
        ImmutableCollectionsMarshal.AsImmutableArray(nodes);

    private void Apply(ObjectEvent change)
    {
        switch (change.Object.Key.Resource)
        {
            case Resources.Pods:
                Apply(change.Object, change.Type != ObjectEventType.Deleted);
                break;
            case Resources.Nodes:
                ApplyNode(change);
                break;
        }
    }

    /// <summary>Pods that have ended take nothing any more; those on their way out still do.</summary>
    private void Apply(StoredObject stored, bool isThere)
    {
        var pod = stored.Read<Pod>();
        _waiting.Apply(stored, pod, isThere);
        var lives = isThere && !PodPhases.IsTerminal(pod.Status.Phase);
        if (string.IsNullOrEmpty(pod.Spec.NodeName))
        {
            Neighbours.Rules.Apply(stored.Key, lives ? PodRules.Of(pod, stored.Key.Namespace) : []);
            return;
        }

        var slot = Slot(pod.Spec.NodeName);
        var known = slot.Load.Find(stored.Key);
        if (lives)
        {
            var placed = PlacedPod.Of(stored, known?.Uid == stored.Header.Uid ? known : null);
            Neighbours.Rules.Apply(stored.Key, placed.Rules);
            slot.Change(load => load.With(placed));
        }
        else
        {
            Neighbours.Rules.Apply(stored.Key, []);
            if (known is not null)
            {
                slot.Change(load => load.Without(known));
            }
        }
    }

    private void ApplyNode(ObjectEvent change)
    {
        var slot = Slot(change.Object.Key.Name);
        var wasThere = slot.Facts is not null;
        slot.Facts = change.Type == ObjectEventType.Deleted ? null : NodeFacts.Of(change.Object.Read<Node>());
        if (wasThere != slot.Facts is not null)
        {
            ListNodes();
        }
    }

    private NodeSlot Slot(string node) => _slots.GetOrAdd(node, static name => new NodeSlot(name));

    private void ListNodes() =>
        Volatile.Write(ref _nodes, [.. _slots.Values.Where(static s => s.Facts is not null).OrderBy(static s => s.Name, StringComparer.Ordinal)]);
}
