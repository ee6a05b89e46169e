using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using ActorKube.Actors.Scheduling.Filters;
using ActorKube.Actors.Scheduling.Scores;

namespace ActorKube.Actors.Scheduling;

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
            return new PlacementChoice(null, "no nodes available to schedule pods", [], []);
        }

        if (request.Volumes.Refusal is { } refusal)
        {
            var all = Enumerable.Repeat(new Refusal(default, Verdict.RefuseForGood(refusal)), request.Nodes.Length);
            return new PlacementChoice(null, refusal, [], [.. all]);
        }

        var filters = NodeFilters.For(request);
        if (Cleared(request, filters) is { } cleared)
        {
            return new PlacementChoice(cleared, "", filters, []);
        }

        var feasible = new List<Candidate>(Math.Min(Sample, request.Nodes.Length));
        var refusals = ImmutableArray.CreateBuilder<Refusal>();
        var nodes = NamedNodes.Of(request) ?? request.Nodes;
        // Pods that are to be packed all begin at the same node.
        var start = nodes.IsEmpty || request.Profile.Packs ? 0 : (int)(StableHash.Of(request.Stored.Header.Uid) % (uint)nodes.Length);
        for (var i = 0; i < nodes.Length && feasible.Count < Sample; i++)
        {
            var slot = nodes[(start + i) % nodes.Length];
            if (slot.Facts is not { } facts)
            {
                continue;
            }

            var node = new Candidate(slot, facts, slot.Load);
            var verdict = NodeFilters.Check(filters, node, request);
            if (verdict.Passes)
            {
                feasible.Add(node);
            }
            else
            {
                refusals.Add(new Refusal(node, verdict));
            }
        }

        if (feasible.Count > 0)
        {
            return new PlacementChoice(Best(request, feasible), "", filters, []);
        }

        refusals.AddRange(Enumerable.Repeat(new Refusal(default, NamedNodes.NotNamed), request.Nodes.Length - nodes.Length));
        return new PlacementChoice(null, Histogram(refusals.SelectMany(static r => r.Verdict.Reasons)), filters, refusals.ToImmutable());
    }

    /// <summary>What is said of all nodes together: "0/3 nodes are available: 1 Insufficient cpu, 2 node(s) were unschedulable."</summary>
    public static string Summary(int nodes, string reasons) => string.Create(CultureInfo.InvariantCulture, $"0/{nodes} nodes are available: {reasons}.");

    public static string Summary(IReadOnlyCollection<Verdict> verdicts) => Summary(verdicts.Count, Histogram(verdicts.SelectMany(static v => v.Reasons)));

    /// <summary>The node that other pods left for this one.</summary>
    private static Candidate? Cleared(PodRequest request, ImmutableArray<INodeFilter> filters)
    {
        if (request.Pod.Status.NominatedNodeName is not { Length: > 0 } name || NamedNodes.Find(request.Nodes, name) is not { Facts: { } facts } slot)
        {
            return null;
        }

        var node = new Candidate(slot, facts, slot.Load);
        return NodeFilters.Check(filters, node, request).Passes ? node : null;
    }

    private static Candidate Best(PodRequest request, List<Candidate> feasible)
    {
        if (feasible.Count == 1)
        {
            return feasible[0];
        }

        var nodes = CollectionsMarshal.AsSpan(feasible);
        Span<double> totals = stackalloc double[nodes.Length];
        Span<double> rates = stackalloc double[nodes.Length];
        totals.Clear();
        foreach (var score in NodeScores.For(request))
        {
            rates.Clear();
            score.Rate(nodes, rates);
            for (var i = 0; i < totals.Length; i++)
            {
                totals[i] += score.Weight * rates[i];
            }
        }

        // Of equal ones the first, which is another one for each pod.
        return feasible[IndexOfMax(totals)];
    }

    private static int IndexOfMax(ReadOnlySpan<double> totals)
    {
        var best = 0;
        for (var i = 1; i < totals.Length; i++)
        {
            best = totals[i] > totals[best] ? i : best;
        }

        return best;
    }

    private static string Histogram(IEnumerable<string> reasons) => string.Join(", ", reasons.CountBy(static r => r)
        .Select(static r => string.Create(CultureInfo.InvariantCulture, $"{r.Value} {r.Key}")).Order(StringComparer.Ordinal));
}
