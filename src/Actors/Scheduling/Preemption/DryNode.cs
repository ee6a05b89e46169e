using System.Collections.Immutable;
using ActorKube.Actors.Scheduling.Filters;
using ActorKube.Actors.Scheduling.Ledger;

namespace ActorKube.Actors.Scheduling.Preemption;

/// <summary>A node looked at as if it carried something else. Rules that count pods over many nodes are counted anew each time, all others only look at the node.</summary>
internal sealed class DryNode
{
    private readonly PodRequest _request;
    private readonly ImmutableArray<INodeFilter> _filters;
    private readonly NodeSlot? _stand;

    /// <param name="request">The pod, and the nodes as they are.</param>
    /// <param name="filters">Its filters, made for these.</param>
    /// <param name="seen">The node.</param>
    public DryNode(PodRequest request, ImmutableArray<INodeFilter> filters, Candidate seen)
    {
        (_request, _filters, Seen, Load) = (request, filters, seen, seen.Load);
        if (filters.Any(static f => f is TopologySpreadFilter or PodAffinityFilter))
        {
            _stand = new NodeSlot(seen.Slot.Name) { Facts = seen.Facts };
            _request = request with { Nodes = request.Nodes.Replace(seen.Slot, _stand) };
        }
    }

    public Candidate Seen { get; }

    public NodeLoad Load { get; set; }

    public Verdict Check()
    {
        var node = Nominees.With(Seen with { Load = Load }, _request);
        if (_stand is null)
        {
            return NodeFilters.Check(_filters, node);
        }

        _stand.Change(_ => Load);
        return NodeFilters.Check(NodeFilters.For(_request), node);
    }
}
