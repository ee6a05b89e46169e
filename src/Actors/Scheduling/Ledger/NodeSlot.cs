using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace ActorKube.Actors.Scheduling.Ledger;

/// <summary>A node's place in the ledger: what it is and what it carries, each immutable and replaced as a whole. Thread-safe.</summary>
internal sealed class NodeSlot(string name)
{
    private NodeFacts? _facts;
    private NodeLoad _load = NodeLoad.Empty;
    private PlacedPod[] _nominated = [];

    public string Name { get; } = name;

    /// <summary>Null for a node that isn't there, though pods say that they are on it.</summary>
    public NodeFacts? Facts
    {
        get => Volatile.Read(ref _facts);
        set => Volatile.Write(ref _facts, value);
    }

    public NodeLoad Load => Volatile.Read(ref _load);

    /// <summary>Pods for which others had to leave this node and that are yet to come. Written by the feed alone.</summary>
    public ImmutableArray<PlacedPod> Nominated
    {
        get => ImmutableCollectionsMarshal.AsImmutableArray(Volatile.Read(ref _nominated));
        set => Volatile.Write(ref _nominated, ImmutableCollectionsMarshal.AsArray(value)!);
    }

    /// <summary>Replaces the load if it still is what a decision was based on.</summary>
    public bool TryReplace(NodeLoad expected, NodeLoad next) => ReferenceEquals(Interlocked.CompareExchange(ref _load, next, expected), expected);

    public void Change(Func<NodeLoad, NodeLoad> change)
    {
        var seen = Load;
        while (!TryReplace(seen, change(seen)))
        {
            seen = Load;
        }
    }
}
