using System.Collections.Immutable;

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

    /// <summary>
    /// What they say of the node as the pod has to look at it: with the more important pods for which room was made there, and without them, because they may never come.
    /// </summary>
    public static Verdict Check(ImmutableArray<INodeFilter> filters, Candidate node, PodRequest request)
    {
        var taken = Nominees.With(node, request);
        var verdict = Check(filters, taken);
        return !verdict.Passes || ReferenceEquals(taken.Load, node.Load) ? verdict : Check(filters, node);
    }

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
}
