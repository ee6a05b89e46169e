namespace ActorKube.Actors.Scheduling.Filters;

/// <summary>
/// Keeps domains even: with a skew of 1 and 2, 1 and 1 pods in three zones the next goes to one of the latter two. Follows
/// <c>kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints</c>.
/// </summary>
internal sealed class TopologySpreadFilter(IReadOnlyList<SpreadDomains> constraints) : INodeFilter
{
    private const string Refusal = "node(s) didn't match pod topology spread constraints";

    public static IEnumerable<INodeFilter> For(PodRequest request)
    {
        var hard = (request.Pod.Spec.TopologySpreadConstraints ?? []).Where(static c => c.WhenUnsatisfiable == "DoNotSchedule").ToList();
        var keys = hard.Select(static c => c.TopologyKey).ToList();
        return hard.Count == 0 ? [] : [new TopologySpreadFilter([.. hard.Select(c => new SpreadDomains(request, c, keys))])];
    }

    public Verdict Check(Candidate node)
    {
        foreach (var domains in constraints)
        {
            if (!node.Facts.Labels.TryGetValue(domains.Constraint.TopologyKey, out var value))
            {
                return Verdict.RefuseForGood(Refusal + " (missing required label)");
            }

            var skew = domains.Counts.GetValueOrDefault(value) + (domains.CountsItself ? 1 : 0) - domains.Fewest;
            if (skew > domains.Constraint.MaxSkew)
            {
                return Verdict.Refuse(Refusal);
            }
        }

        return Verdict.Pass;
    }
}
