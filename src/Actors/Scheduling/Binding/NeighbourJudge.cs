using ActorKube.Actors.Scheduling.Filters;
using ActorKube.Actors.Scheduling.Ledger;
using ActorKube.Actors.Scheduling.Neighbours;

namespace ActorKube.Actors.Scheduling.Binding;

/// <summary>
/// Whether a pod may be bound to a node as far as its neighbours go, whatever becomes of those that are on their way: those count against it where they would be in its way, and don't count for it
/// where it needs them. Choosing a node is more hopeful (<see cref="PodAffinityFilter"/>), so that pods that are placed at the same time spread. Pure.
/// </summary>
/// <param name="request">The pod.</param>
/// <param name="node">Where it is to go.</param>
/// <param name="pending">Other pods that may be bound before it is.</param>
internal sealed class NeighbourJudge(PodRequest request, NodeFacts node, IReadOnlyList<PendingPod> pending)
{
    private NeighbourBook Book => request.Neighbours;

    public Judgement Judge()
    {
        var worst = Judgement.Fits;
        foreach (var judgement in All())
        {
            if (judgement == Judgement.Refused)
            {
                return judgement;
            }

            worst = judgement == Judgement.Unsure ? judgement : worst;
        }

        return worst;
    }

    private IEnumerable<Judgement> All()
    {
        var self = request.Self;
        foreach (var rule in self.Rules.Where(static r => r.Kind == RuleKind.Repels))
        {
            yield return Avoid(rule, Book.Meant(rule, request.View, request.Nodes), p => rule.Means(p, request.View));
        }

        foreach (var rule in Book.About(self, request.View, static r => r.Kind == RuleKind.Repels))
        {
            yield return Avoid(rule, Book.Holding(rule, request.Nodes), p => p.Holds(rule.Text));
        }

        if (self.Rules.Where(static r => r.Kind == RuleKind.Needs).ToList() is { Count: > 0 } needed)
        {
            yield return Need(needed);
        }

        foreach (var filter in TopologySpreadFilter.For(request))
        {
            foreach (var domains in filter.Constraints)
            {
                yield return Spread(domains);
            }
        }
    }

    private Judgement Avoid(NeighbourRule rule, DomainTally tally, Func<PlacedPod, bool> isMeant) =>
        !node.Labels.TryGetValue(rule.TopologyKey, out var domain) ? Judgement.Fits
        : tally[domain].Bound > 0 ? Judgement.Refused
        : pending.Any(p => isMeant(p.Pod) && p.IsIn(rule.TopologyKey, domain)) ? Judgement.Unsure
        : Judgement.Fits;

    private Judgement Need(List<NeighbourRule> needed)
    {
        var (isThere, isFirst) = (true, true);
        foreach (var rule in needed)
        {
            if (!node.Labels.TryGetValue(rule.TopologyKey, out var domain))
            {
                return Judgement.Refused;
            }

            var tally = Book.MeantByAll(needed, rule.TopologyKey, request.View, request.Nodes);
            isThere &= tally[domain].Bound > 0;
            isFirst &= tally.Total.Bound == 0;
        }

        return isThere ? Judgement.Fits
            : pending.Any(p => needed.All(r => r.Means(p.Pod, request.View))) ? Judgement.Unsure
            : isFirst && needed.All(r => r.Means(request.Self, request.View)) ? Judgement.Fits
            : Judgement.Refused;
    }

    private Judgement Spread(SpreadDomains domains)
    {
        var (key, most) = (domains.Constraint.TopologyKey, domains.Constraint.MaxSkew);
        if (!node.Labels.TryGetValue(key, out var domain))
        {
            return Judgement.Refused;
        }

        var fewest = domains.LacksDomains ? 0 : domains.Tally.Fewest().Bound;
        var skew = domains.Tally[domain].Bound + (domains.CountsItself ? 1 : 0) - fewest;
        var coming = pending.Count(p => !p.Pod.IsDeleting && domains.Selection.Means(p.Pod) && p.IsIn(key, domain));
        return skew > most ? Judgement.Refused : skew + coming > most ? Judgement.Unsure : Judgement.Fits;
    }
}
