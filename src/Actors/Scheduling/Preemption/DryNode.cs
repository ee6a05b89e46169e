using System.Collections.Immutable;
using ActorKube.Actors.Scheduling.Filters;
using ActorKube.Actors.Scheduling.Ledger;

namespace ActorKube.Actors.Scheduling.Preemption;

/// <summary>A node looked at as if it carried something else.</summary>
/// <param name="request">The pod, and the nodes as they are.</param>
/// <param name="filters">Its filters, made for these.</param>
/// <param name="seen">The node.</param>
internal sealed class DryNode(PodRequest request, ImmutableArray<INodeFilter> filters, Candidate seen)
{
    public Candidate Seen => seen;

    public NodeLoad Load { get; set; } = seen.Load;

    public Verdict Check() => NodeFilters.Check(filters, seen with { Load = Load }, request);
}
