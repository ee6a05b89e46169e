using System.Globalization;
using ActorKube.Actors.Scheduling.Filters;
using ActorKube.Actors.Scheduling.Scores;

namespace ActorKube.Actors.Scheduling;

/// <summary>Where a pod goes, or why nowhere.</summary>
/// <param name="Node">Null for nowhere.</param>
/// <param name="Message">Why nowhere.</param>
internal sealed record PlacementChoice(Candidate? Node, string Message);

/// <summary>
/// Chooses a node: those that pass all filters, of those the one with the highest score. In a large cluster it stops looking when it has found enough, beginning
/// at another node for each pod; different pods of equal merit are so spread. Pure.
/// </summary>
internal static class Placement
{
    /// <summary>
    /// Nodes that are compared: a hundred hold one of the best 5% with a probability of 99.4%, which is more than the quality of the scores is worth.
    /// </summary>
    public const int Sample = 100;

    public static PlacementChoice Choose(PodRequest request)
    {
        if (request.Nodes.IsEmpty)
        {
            return new PlacementChoice(null, "no nodes available to schedule pods");
        }

        var filters = NodeFilters.For(request);
        var feasible = new List<Candidate>();
        var refusals = new List<Verdict>();
        var nodes = NamedNodes.Of(request) ?? request.Nodes;
        var start = nodes.IsEmpty ? 0 : (int)(Hash(request.Stored.Header.Uid) % (uint)nodes.Length);
        for (var i = 0; i < nodes.Length && feasible.Count < Sample; i++)
        {
            var slot = nodes[(start + i) % nodes.Length];
            if (slot.Facts is not { } facts)
            {
                continue;
            }

            var node = new Candidate(slot, facts, slot.Load);
            var verdict = NodeFilters.Check(filters, node);
            if (verdict.Passes)
            {
                feasible.Add(node);
            }
            else
            {
                refusals.Add(verdict);
            }
        }

        refusals.AddRange(Enumerable.Repeat(NamedNodes.NotNamed, feasible.Count > 0 ? 0 : request.Nodes.Length - nodes.Length));
        return feasible.Count > 0 ? new PlacementChoice(Best(request, feasible), "") : new PlacementChoice(null, Explain(request, refusals));
    }

    private static Candidate Best(PodRequest request, List<Candidate> feasible)
    {
        if (feasible.Count == 1)
        {
            return feasible[0];
        }

        INodeScore[] scores =
        [
            new LeastAllocatedScore(request.Demand),
            new BalancedAllocationScore(request.Demand),
            new TaintPreferenceScore(request.Pod),
            new PreferredNodeScore(request.Pod),
            new SpreadScore(request),
            new SiblingScore(request.Stored.Header.Controller?.Uid),
            new PreferredNeighbourScore(request),
        ];
        var totals = new double[feasible.Count];
        foreach (var score in scores)
        {
            var rates = score.Rate(feasible);
            for (var i = 0; i < totals.Length; i++)
            {
                totals[i] += score.Weight * rates[i];
            }
        }

        // Of equal ones the first, which is another one for each pod.
        return feasible[Array.IndexOf(totals, totals.Max())];
    }

    /// <summary>"0/3 nodes are available: 1 Insufficient cpu, 2 node(s) were unschedulable. preemption: ..."</summary>
    private static string Explain(PodRequest request, List<Verdict> refusals)
    {
        var nodes = refusals.Count;
        var reasons = Histogram(refusals.SelectMany(static r => r.Reasons));
        var victims = request.Pod.Spec.PreemptionPolicy == "Never"
            ? "not eligible due to preemptionPolicy=Never."
            : string.Create(CultureInfo.InvariantCulture, $"0/{nodes} nodes are available: {Histogram(refusals.Select(Help))}.");
        return string.Create(CultureInfo.InvariantCulture, $"0/{nodes} nodes are available: {reasons}. preemption: {victims}");
    }

    private static string Help(Verdict refusal) => refusal.Final ? "Preemption is not helpful for scheduling" : "No preemption victims found for incoming pod";

    private static string Histogram(IEnumerable<string> reasons) => string.Join(", ", reasons.CountBy(static r => r)
        .Select(static r => string.Create(CultureInfo.InvariantCulture, $"{r.Value} {r.Key}")).Order(StringComparer.Ordinal));

    /// <summary>FNV-1a: the same on every host.</summary>
    private static uint Hash(string text) => text.Aggregate(2166136261u, static (hash, c) => unchecked((hash ^ c) * 16777619));
}
