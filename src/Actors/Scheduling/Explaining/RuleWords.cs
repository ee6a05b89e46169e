using System.Globalization;
using ActorKube.Actors.Scheduling.Filters;
using ActorKube.Actors.Scheduling.Neighbours;

namespace ActorKube.Actors.Scheduling.Explaining;

/// <summary>Rules in words.</summary>
internal static class RuleWords
{
    private const int MostNamed = 5;

    public static string NameOf(INodeFilter filter) => filter switch
    {
        UnschedulableFilter => "cordoned nodes",
        TaintFilter => "taints",
        NodeAffinityFilter => "node selector and node affinity",
        HostPortFilter => "host ports",
        ResourceFilter => "room",
        ExclusiveClaimFilter => "claims for one pod",
        VolumeFilter => "volumes",
        TopologySpreadFilter => "topology spread",
        PodAffinityFilter => "pod affinity and anti-affinity",
        _ => filter.GetType().Name,
    };

    public static string Detail(INodeFilter filter, PodRequest request, IReadOnlyList<Candidate> excluded, IReadOnlyList<Candidate> all) => filter switch
    {
        TaintFilter taints => "not tolerated: " + Join(excluded.SelectMany(n => taints.Untolerated(n.Facts).Select(TaintWords.Of))),
        NodeAffinityFilter => "demanded: " + NodeSelectionText.Of(request.Pod),
        HostPortFilter => "wanted: " + Join(request.Demand.Ports.Select(static p => $"{p.Protocol} {p.HostIP}:{p.Port}")),
        ResourceFilter => Room(request, excluded, all),
        TopologySpreadFilter spread => Join(spread.Constraints.Select(Spread)),
        PodAffinityFilter => Join(request.Self.Rules.Where(static r => r.Kind is RuleKind.Needs or RuleKind.Repels).Concat(request.Neighbours.About(request.Self, request.View, static r => r.Kind == RuleKind.Repels))
            .Select(static r => r.InWords)),
        _ => Join(excluded.SelectMany(n => filter.Check(n).Reasons)),
    };

    public static string Join(IEnumerable<string> parts)
    {
        var distinct = parts.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return string.Join(", ", distinct.Take(MostNamed)) + (distinct.Count > MostNamed ? $" and {distinct.Count - MostNamed} more" : "");
    }

    /// <summary>Of each resource that is short: whether any node has so much at all, and how much is free where most is.</summary>
    private static string Room(PodRequest request, IReadOnlyList<Candidate> excluded, IReadOnlyList<Candidate> all)
    {
        var words = new List<string>();
        if (excluded.Any(static n => n.Load.Pods.Length + 1 > n.Facts.MaxPods))
        {
            words.Add($"{excluded.Count(static n => n.Load.Pods.Length + 1 > n.Facts.MaxPods)} nodes have as many pods as they may");
        }

        foreach (var (resource, amount) in request.Demand.Amounts.Where(a => excluded.Any(n => Missing(n, a) > 0)))
        {
            var largest = all.MaxBy(n => n.Facts.Gives(resource));
            var most = largest.Facts.Gives(resource);
            var free = all.Max(n => n.Facts.Gives(resource) - n.Load.Taken(resource));
            words.Add(most < amount
                ? $"no node has {AmountWords.Of(resource, amount)} {resource} at all: the largest, {largest.Facts.Name}, has {AmountWords.Of(resource, most)}"
                : $"{AmountWords.Of(resource, amount)} {resource} are wanted, {AmountWords.Of(resource, Math.Max(0, free))} are free where most is");
        }

        return string.Join("; ", words);
    }

    public static long Missing(Candidate node, KeyValuePair<string, long> wanted) =>
        wanted.Value - (node.Facts.Gives(wanted.Key) - node.Load.Taken(wanted.Key));

    private static string Spread(SpreadDomains domains)
    {
        var (constraint, fewest) = (domains.Constraint, domains.LacksDomains ? 0 : domains.Tally.Fewest().There);
        var text = string.Create(
            CultureInfo.InvariantCulture, $"by {constraint.TopologyKey}: the emptiest of {domains.Tally.Domains} domains has {fewest}, none may have more than {fewest + constraint.MaxSkew}");
        return domains.LacksDomains ? $"{text}, and {constraint.MinDomains ?? 1} domains are demanded" : text;
    }
}
