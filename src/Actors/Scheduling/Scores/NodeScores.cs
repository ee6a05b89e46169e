namespace ActorKube.Actors.Scheduling.Scores;

/// <summary>The preferences by which nodes are compared for a pod: those that have something to say of it.</summary>
internal static class NodeScores
{
    public static IEnumerable<INodeScore> For(PodRequest request)
    {
        var (pod, demand) = (request.Pod, request.Demand);
        yield return request.Profile.Packs ? new MostAllocatedScore(demand) : new LeastAllocatedScore(demand);
        yield return new BalancedAllocationScore(demand);
        yield return new TaintPreferenceScore(pod);
        yield return new ImageScore(pod);
        if (pod.Spec.Affinity?.NodeAffinity?.PreferredDuringSchedulingIgnoredDuringExecution is { Count: > 0 } terms)
        {
            yield return new PreferredNodeScore(terms);
        }

        if (pod.Spec.TopologySpreadConstraints is { Count: > 0 } constraints && constraints.Any(SpreadScore.IsSoft))
        {
            yield return new SpreadScore(request);
        }

        if (request.Stored.Header.Controller is { } controller)
        {
            yield return new SiblingScore(controller.Uid);
        }

        if (!request.Neighbours.Rules.IsEmpty || !request.Self.Rules.IsEmpty)
        {
            yield return new PreferredNeighbourScore(request);
        }
    }
}
