using System.Collections.Immutable;
using ActorKube.Actors.Scheduling.Filters;
using ActorKube.Actors.Scheduling.Ledger;

namespace ActorKube.Actors.Scheduling.Explaining;

/// <summary>What every rule says of every node, where placement stops at the first that refuses.</summary>
internal sealed class NodeAnalysis
{
    private readonly PodRequest _request;
    private readonly ImmutableArray<INodeFilter> _filters;
    private readonly List<(Candidate Node, bool[] Refused)> _nodes = [];

    public NodeAnalysis(PodRequest request)
    {
        (_request, _filters) = (request, NodeFilters.For(request));
        foreach (var slot in request.Nodes)
        {
            if (slot.Facts is { } facts)
            {
                var node = Nominees.With(new Candidate(slot, facts, slot.Load), request);
                _nodes.Add((node, [.. _filters.Select(f => !f.Check(node).Passes)]));
            }
        }

        EverFits = _nodes.Exists(n => _filters.All(f => PassesEmpty(f, n.Node)));
    }

    /// <summary>Whether some node would do if no node carried anything.</summary>
    public bool EverFits { get; }

    /// <summary>The nodes that this rule refuses and no other.</summary>
    public IEnumerable<Candidate> RefusedOnlyBy<T>()
        where T : INodeFilter => _nodes.Where(n => RefusedOnlyBy(n.Refused, Index(static f => f is T))).Select(static n => n.Node);

    /// <summary>Of the nodes that fewest rules refuse the first ones, each with these rules.</summary>
    public IReadOnlyList<(Candidate Node, IReadOnlyList<INodeFilter> By)> LeastRefused(int most)
    {
        var fewest = _nodes.Count == 0 ? 0 : _nodes.Min(static n => n.Refused.Count(static r => r));
        return
        [
            .. _nodes.Where(n => n.Refused.Count(static r => r) == fewest).OrderBy(static n => n.Node.Facts.Name, StringComparer.Ordinal).Take(most)
                .Select(n => (n.Node, (IReadOnlyList<INodeFilter>)[.. _filters.Where((_, i) => n.Refused[i])])),
        ];
    }

    public IReadOnlyList<RuleReport> Rules() =>
    [
        .. from i in Enumerable.Range(0, _filters.Length)
           let excluded = _nodes.Where(n => n.Refused[i]).ToList()
           where excluded.Count > 0
           select new RuleReport(
               RuleWords.NameOf(_filters[i]),
               excluded.Count,
               excluded.Count(n => Array.IndexOf(n.Refused, true) == i),
               excluded.Count(n => RefusedOnlyBy(n.Refused, i)),
               _nodes.TrueForAll(n => !PassesEmpty(_filters[i], n.Node)),
               RuleWords.Detail(_filters[i], _request, [.. excluded.Select(static n => n.Node)], [.. _nodes.Select(static n => n.Node)])),
    ];

    private static bool RefusedOnlyBy(bool[] refused, int index) => index >= 0 && refused[index] && refused.Count(static r => r) == 1;

    /// <summary>Neighbours and spread depend on what all nodes carry: with nothing on them a spread needs but its label, and a pod that needs neighbours must be one itself.</summary>
    private static bool PassesEmpty(INodeFilter filter, Candidate node) => filter switch
    {
        TopologySpreadFilter spread => spread.Constraints.All(c => node.Facts.Labels.ContainsKey(c.Constraint.TopologyKey)),
        PodAffinityFilter neighbours => neighbours.CouldBeFirst(node.Facts),
        ExclusiveClaimFilter => true,
        _ => filter.Check(node with { Load = NodeLoad.Empty }).Passes,
    };

    private int Index(Predicate<INodeFilter> which) => _filters.ToList().FindIndex(which);
}
