using ActorKube.Actors.Scheduling.Ledger;
using ActorKube.Actors.Scheduling.Neighbours;

namespace ActorKube.Actors.Scheduling.Filters;

/// <summary>
/// Neighbours that a pod needs or must not have in a domain such as a zone, and pods that must not have it. The first of a group that needs itself may go
/// anywhere, or none could ever start. Follows "Inter-pod affinity and anti-affinity" of <c>kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node</c>.
/// </summary>
internal sealed class PodAffinityFilter : INodeFilter
{
    private static readonly Verdict Unmet = Verdict.RefuseForGood("node(s) didn't match pod affinity rules");
    private static readonly Verdict Avoided = Verdict.Refuse("node(s) didn't match pod anti-affinity rules");
    private static readonly Verdict Refused = Verdict.Refuse("node(s) didn't satisfy existing pods anti-affinity rules");

    private readonly List<DomainTally> _needed;
    private readonly List<DomainTally> _avoided;
    private readonly List<DomainTally> _repelling;
    private readonly bool _meansItself;

    private PodAffinityFilter(PodRequest request, IReadOnlyList<NeighbourRule> needed, IEnumerable<NeighbourRule> avoided, IEnumerable<NeighbourRule> repelling)
    {
        var (book, view, nodes) = (request.Neighbours, request.View, request.Nodes);
        _needed = [.. needed.Select(t => book.MeantByAll(needed, t.TopologyKey, view, nodes))];
        _avoided = [.. avoided.Select(t => book.Meant(t, view, nodes))];
        _repelling = [.. repelling.Select(t => book.Holding(t, nodes))];
        _meansItself = needed.All(t => t.Means(request.Self, view));
    }

    /// <summary>None when neither the pod nor any other says anything about neighbours.</summary>
    public static IEnumerable<PodAffinityFilter> For(PodRequest request)
    {
        var rules = request.Self.Rules;
        var repelling = request.Neighbours.About(request.Self, request.View, static r => r.Kind == RuleKind.Repels).ToList();
        var needed = rules.Where(static r => r.Kind == RuleKind.Needs).ToList();
        var avoided = rules.Where(static r => r.Kind == RuleKind.Repels).ToList();
        return needed.Count + avoided.Count + repelling.Count > 0 ? [new PodAffinityFilter(request, needed, avoided, repelling)] : [];
    }

    public Verdict Check(Candidate node) => !IsMet(node) ? Unmet
        : HasAny(_avoided, node) ? Avoided
        : HasAny(_repelling, node) ? Refused
        : Verdict.Pass;

    /// <summary>Whether it could be the first of its group on a node, if none carried anything.</summary>
    public bool CouldBeFirst(NodeFacts node) => _needed.Count == 0 || (_meansItself && _needed.TrueForAll(t => node.Labels.ContainsKey(t.TopologyKey)));

    private bool IsMet(Candidate node)
    {
        var (labels, met, any) = (node.Facts.Labels, true, false);
        foreach (var tally in _needed)
        {
            if (!labels.TryGetValue(tally.TopologyKey, out var domain))
            {
                return false;
            }

            var difference = tally.Difference(node).There;
            met &= tally[domain].There + difference > 0;
            any |= tally.Total.There + difference > 0;
        }

        return met || (!any && _meansItself);
    }

    private static bool HasAny(List<DomainTally> tallies, Candidate node)
    {
        foreach (var tally in tallies)
        {
            if (node.Facts.Labels.TryGetValue(tally.TopologyKey, out var domain) && tally[domain].There + tally.Difference(node).There > 0)
            {
                return true;
            }
        }

        return false;
    }
}
