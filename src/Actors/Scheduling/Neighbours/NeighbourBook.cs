using System.Collections.Immutable;
using ActorKube.Actors.Scheduling.Ledger;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Scheduling.Neighbours;

/// <summary>What is known of all pods' neighbours: the rules that there are, and the tallies that they need.</summary>
internal sealed class NeighbourBook(RuleBook rules, TallyBook tallies)
{
    public NeighbourBook()
        : this(new RuleBook(), new TallyBook())
    {
    }

    public RuleBook Rules { get; } = rules;

    public TallyBook Tallies { get; } = tallies;

    /// <summary>What some nodes carry, as if there were no others.</summary>
    public static NeighbourBook Of(ImmutableArray<NodeSlot> nodes)
    {
        var book = new NeighbourBook();
        foreach (var pod in nodes.SelectMany(static n => n.Load.Pods))
        {
            book.Rules.Apply(pod.Key, pod.Rules);
        }

        return book;
    }

    /// <summary>The same rules for nodes some of which are looked at as if they carried something else.</summary>
    public NeighbourBook Apart() => new(Rules, new TallyBook());

    /// <summary>Rules of these kinds, of whichever pods, that mean the pod.</summary>
    public IEnumerable<NeighbourRule> About(PlacedPod pod, ViewSnapshot view, Func<NeighbourRule, bool> which) =>
        Rules.IsEmpty ? [] : Rules.All.Where(r => which(r) && r.Means(pod, view));

    /// <summary>Where the pods are that a rule means.</summary>
    public DomainTally Meant(NeighbourRule rule, ViewSnapshot view, ImmutableArray<NodeSlot> nodes)
    {
        var selection = rule.In(view);
        return Tallies.Get($"meant {rule.TopologyKey} {selection.Text}", () => new DomainTally(rule.TopologyKey, selection.Means), nodes);
    }

    /// <summary>Where the pods are that all of the rules mean, by the domains of one of them.</summary>
    public DomainTally MeantByAll(IReadOnlyList<NeighbourRule> rules, string topologyKey, ViewSnapshot view, ImmutableArray<NodeSlot> nodes)
    {
        var selections = rules.Select(r => r.In(view)).ToArray();
        return Tallies.Get(
            $"all {topologyKey} {string.Join(" & ", selections.Select(static s => s.Text))}",
            () => new DomainTally(topologyKey, p => Array.TrueForAll(selections, s => s.Means(p))),
            nodes);
    }

    /// <summary>Where the pods are that have the rule.</summary>
    public DomainTally Holding(NeighbourRule rule, ImmutableArray<NodeSlot> nodes) =>
        Tallies.Get("holding " + rule.Text, () => new DomainTally(rule.TopologyKey, p => p.Holds(rule.Text)), nodes);
}
