using System.Globalization;
using ActorKube.Actors.Scheduling.Filters;
using ActorKube.Actors.Scheduling.Ledger;

namespace ActorKube.Actors.Scheduling.Explaining;

/// <summary>
/// What would have to change so that a pod that fits nowhere could go somewhere: for nodes that only one rule refuses what that rule wants; if there are none, for the nodes that fewest rules refuse what
/// these want together.
/// </summary>
internal static class Remedies
{
    private const int MostNodes = 3;

    public static IReadOnlyList<string> Of(PodRequest request, NodeAnalysis analysis)
    {
        List<string> remedies =
        [
            .. Uncordon(analysis),
            .. Tolerate(request, analysis),
            .. Label(request, analysis),
            .. Room(request, analysis),
            .. Ports(request, analysis),
            .. Named(analysis.RefusedOnlyBy<TopologySpreadFilter>(), "room for its domain: pods of the emptiest domains first, or a larger maxSkew; only the spread keeps it from"),
            .. Named(analysis.RefusedOnlyBy<PodAffinityFilter>(), "other neighbours; only these keep it from"),
            .. Named(analysis.RefusedOnlyBy<VolumeFilter>(), "other volumes; only these keep it from"),
            .. Named(analysis.RefusedOnlyBy<ExclusiveClaimFilter>(), "an end of the pods that use its claims, which are for one pod at a time; only these keep it from"),
        ];
        return remedies.Count > 0 ? remedies : [.. Together(request, analysis)];
    }

    private static IEnumerable<string> Together(PodRequest request, NodeAnalysis analysis)
    {
        var least = analysis.LeastRefused(MostNodes);
        return least.Count > 0
            ? least.Select(n => $"on {n.Node.Facts.Name}, all at once: {string.Join("; ", n.By.Select(f => Wanted(f, request, n.Node)))}")
            : ["a node that is ready for pods"];
    }

    /// <summary>What a rule wants of a node that it refuses.</summary>
    private static string Wanted(INodeFilter filter, PodRequest request, Candidate node) => filter switch
    {
        UnschedulableFilter => "uncordon it",
        TaintFilter taints => $"tolerate {string.Join(" and ", taints.Untolerated(node.Facts).Select(TaintWords.Of))}",
        NodeAffinityFilter => $"labels that match {NodeSelectionText.Of(request.Pod)}",
        ResourceFilter => Shortage(request, node),
        HostPortFilter => $"without {PortHolders(request, node)}, which has the port",
        TopologySpreadFilter => "room for its domain",
        PodAffinityFilter => "other neighbours",
        VolumeFilter => "other volumes",
        ExclusiveClaimFilter => "an end of the pods that use its claims",
        _ => RuleWords.NameOf(filter),
    };

    private static IEnumerable<string> Uncordon(NodeAnalysis analysis) => Named(analysis.RefusedOnlyBy<UnschedulableFilter>(), "uncordon one of");

    private static IEnumerable<string> Tolerate(PodRequest request, NodeAnalysis analysis)
    {
        var filter = new TaintFilter(request.Pod);
        return analysis.RefusedOnlyBy<TaintFilter>()
            .GroupBy(n => string.Join(" and ", filter.Untolerated(n.Facts).Select(TaintWords.Of)), StringComparer.Ordinal)
            .Select(static g => $"tolerate {g.Key}, which opens {Names(g)}");
    }

    private static IEnumerable<string> Label(PodRequest request, NodeAnalysis analysis) =>
        Named(analysis.RefusedOnlyBy<NodeAffinityFilter>(), $"a node that matches {NodeSelectionText.Of(request.Pod)}; nothing else keeps it from");

    /// <summary>The nodes to which least is missing, and pods whose leaving would be enough.</summary>
    private static IEnumerable<string> Room(PodRequest request, NodeAnalysis analysis) => analysis.RefusedOnlyBy<ResourceFilter>()
        .OrderBy(n => request.Demand.Amounts.Sum(a => Share(n, a))).ThenBy(static n => n.Facts.Name, StringComparer.Ordinal)
        .Take(MostNodes)
        .Select(n => $"on {n.Facts.Name}: {Shortage(request, n)}{Leaving(request, n)}");

    private static double Share(Candidate node, KeyValuePair<string, long> wanted) => Math.Max(0, RuleWords.Missing(node, wanted)) / (double)Math.Max(1, wanted.Value);

    private static string Shortage(PodRequest request, Candidate node)
    {
        var missing = request.Demand.Amounts.Select(a => (a.Key, Amount: RuleWords.Missing(node, a))).Where(static m => m.Amount > 0)
            .Select(static m => $"{AmountWords.Of(m.Key, m.Amount)} more {m.Key}");
        return string.Join(" and ", node.Load.Pods.Length + 1 > node.Facts.MaxPods ? missing.Append("one more place for pods") : missing);
    }

    /// <summary>The least important first, and of these the largest, until it fits; those that need not go are spared again.</summary>
    private static string Leaving(PodRequest request, Candidate node)
    {
        var filter = new ResourceFilter(request.Demand);
        var gone = new List<PlacedPod>();
        var load = node.Load;
        foreach (var pod in node.Load.Pods.OrderBy(static p => p.Priority).ThenByDescending(p => request.Demand.Amounts.Sum(a => Share(p, a))))
        {
            if (filter.Check(node with { Load = load }).Passes)
            {
                break;
            }

            load = load.Without(pod);
            gone.Add(pod);
        }

        foreach (var pod in gone.ToList())
        {
            if (filter.Check(node with { Load = load.With(pod) }).Passes)
            {
                load = load.With(pod);
                gone.Remove(pod);
            }
        }

        return filter.Check(node with { Load = load }).Passes && gone.Count > 0
            ? string.Create(CultureInfo.InvariantCulture, $", such as without {RuleWords.Join(gone.Select(static p => $"{p.Key.Namespace}/{p.Key.Name} (priority {p.Priority})"))}")
            : "";
    }

    private static double Share(PlacedPod pod, KeyValuePair<string, long> wanted) =>
        pod.Demand.Amounts.FirstOrDefault(a => a.Key == wanted.Key).Value / (double)Math.Max(1, wanted.Value);

    private static IEnumerable<string> Ports(PodRequest request, NodeAnalysis analysis) => analysis.RefusedOnlyBy<HostPortFilter>().Take(MostNodes).Select(n =>
        $"on {n.Facts.Name}: without {PortHolders(request, n)}, which has the port");

    private static string PortHolders(PodRequest request, Candidate node) =>
        RuleWords.Join(node.Load.Pods.Where(p => p.Demand.Ports.Any(taken => request.Demand.Ports.Any(taken.ConflictsWith))).Select(static p => $"{p.Key.Namespace}/{p.Key.Name}"));

    private static IEnumerable<string> Named(IEnumerable<Candidate> nodes, string remedy) => nodes.ToList() is { Count: > 0 } found ? [$"{remedy} {Names(found)}"] : [];

    private static string Names(IEnumerable<Candidate> nodes) => RuleWords.Join(nodes.Select(static n => n.Facts.Name));
}
