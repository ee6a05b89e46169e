using ActorKube.Actors.Scheduling.Filters;
using ActorKube.Actors.Scheduling.Neighbours;

namespace ActorKube.Actors.Scheduling.Scores;

/// <summary>
/// Prefers domains with the neighbours that a pod likes, and without those that it does not; and in the same way domains with pods that like it, or need it, and without those that do not.
/// </summary>
internal sealed class PreferredNeighbourScore(PodRequest request) : INodeScore
{
    public int Weight => 2;

    public void Rate(ReadOnlySpan<Candidate> nodes, Span<double> rates)
    {
        var (book, view) = (request.Neighbours, request.View);
        foreach (var rule in request.Self.Rules.Where(static r => r.Kind is RuleKind.Likes or RuleKind.Dislikes))
        {
            Add(rates, nodes, book.Meant(rule, view, request.Nodes), rule);
        }

        foreach (var rule in book.About(request.Self, view, static r => r.Kind is RuleKind.Likes or RuleKind.Dislikes or RuleKind.Needs))
        {
            Add(rates, nodes, book.Holding(rule, request.Nodes), rule);
        }

        var least = double.PositiveInfinity;
        foreach (var rate in rates)
        {
            least = Math.Min(least, rate);
        }

        foreach (ref var rate in rates)
        {
            rate -= least;
        }

        Normalized.MoreIsBetter(rates);
    }

    private static void Add(Span<double> scores, ReadOnlySpan<Candidate> nodes, DomainTally tally, NeighbourRule rule)
    {
        var weight = rule.Kind == RuleKind.Dislikes ? -rule.Weight : rule.Weight;
        for (var i = 0; i < scores.Length; i++)
        {
            if (nodes[i].Facts.Labels.TryGetValue(tally.TopologyKey, out var domain))
            {
                scores[i] += weight * tally[domain].There;
            }
        }
    }
}
