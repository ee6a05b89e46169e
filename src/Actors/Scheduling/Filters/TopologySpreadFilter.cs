using ActorKube.Actors.Scheduling.Neighbours;

namespace ActorKube.Actors.Scheduling.Filters;

/// <summary>
/// Keeps domains even: with a skew of 1 and 2, 1 and 1 pods in three zones the next goes to one of the latter two. Follows
/// <c>kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints</c>.
/// </summary>
internal sealed class TopologySpreadFilter(IReadOnlyList<SpreadDomains> constraints) : INodeFilter
{
    private const string Refusal = "node(s) didn't match pod topology spread constraints";

    private static readonly Verdict Uneven = Verdict.Refuse(Refusal);
    private static readonly Verdict Unlabelled = Verdict.RefuseForGood(Refusal + " (missing required label)");

    public IReadOnlyList<SpreadDomains> Constraints => constraints;

    public static IEnumerable<TopologySpreadFilter> For(PodRequest request)
    {
        if (request.Pod.Spec.TopologySpreadConstraints is not { Count: > 0 } all)
        {
            return [];
        }

        var hard = all.Where(static c => c.WhenUnsatisfiable == PodRules.DoNotSchedule).ToList();
        var keys = hard.Select(static c => c.TopologyKey).ToList();
        return hard.Count == 0 ? [] : [new TopologySpreadFilter([.. hard.Select(c => new SpreadDomains(request, c, keys))])];
    }

    public Verdict Check(Candidate node)
    {
        foreach (var domains in constraints)
        {
            if (!node.Facts.Labels.TryGetValue(domains.Constraint.TopologyKey, out var value))
            {
                return Unlabelled;
            }

            if (domains.Skew(value, domains.Tally.Difference(node).There) > domains.Constraint.MaxSkew)
            {
                return Uneven;
            }
        }

        return Verdict.Pass;
    }
}
