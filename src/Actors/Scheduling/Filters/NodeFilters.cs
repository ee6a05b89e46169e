using System.Collections.Immutable;
using ActorKube.Actors.Scheduling.Ledger;

namespace ActorKube.Actors.Scheduling.Filters;

/// <summary>The filters in the order in which they are asked; the first that refuses a node gives the reasons.</summary>
internal static class NodeFilters
{
    public static ImmutableArray<INodeFilter> For(PodRequest request) =>
    [
        .. OfTheNode(request),
        .. ExclusiveClaimFilter.For(request),
        .. VolumeFilter.For(request),
        .. TopologySpreadFilter.For(request),
        .. PodAffinityFilter.For(request),
    ];

    /// <summary>Those that look at nothing but the node.</summary>
    public static ImmutableArray<INodeFilter> OfTheNode(PodRequest request) =>
    [
        new UnschedulableFilter(request.Pod),
        new TaintFilter(request.Pod),
        new NodeAffinityFilter(request.Pod),
        new HostPortFilter(request.Demand),
        new ResourceFilter(request.Demand),
    ];

    public static Verdict Check(ImmutableArray<INodeFilter> filters, Candidate node)
    {
        foreach (var filter in filters)
        {
            if (filter.Check(node) is { Passes: false } refusal)
            {
                return refusal;
            }
        }

        return Verdict.Pass;
    }

    /// <summary>
    /// What the node itself looks at before it takes a pod that is booked on it already: that it still fits, together with everything that came before. The
    /// pod is left out of the load that it is compared with.
    /// </summary>
    public static bool Admits(NodeFacts facts, NodeLoad load, PlacedPod pod)
    {
        var node = new Candidate(new NodeSlot(facts.Name), facts, load.Without(pod));
        return new ResourceFilter(pod.Demand).Check(node).Passes && new HostPortFilter(pod.Demand).Check(node).Passes;
    }
}
