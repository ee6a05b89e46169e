using System.Text;
using ActorKube.Actors.Scheduling.Filters;
using ActorKube.Actors.Scheduling.Neighbours;
using ActorKube.Api.Core;

namespace ActorKube.Actors.Scheduling;

/// <summary>
/// How many pods of a topology spread constraint each domain has. A domain is a value of the constraint's label on the nodes that count: those that have
/// the labels of all constraints, and that the pod's node affinity and tolerations allow, as the constraint says.
/// </summary>
internal sealed class SpreadDomains
{
    public SpreadDomains(PodRequest request, TopologySpreadConstraint constraint, IReadOnlyCollection<string> keys)
    {
        Constraint = constraint;
        var rule = NeighbourRule.Of(constraint, request.Pod, request.Stored.Key.Namespace);
        var selection = rule.In(request.View);
        var affinity = constraint.NodeAffinityPolicy != "Ignore" && NodeSelectionText.Of(request.Pod) is { Length: > 0 } ? new NodeAffinityFilter(request.Pod) : null;
        var taints = constraint.NodeTaintsPolicy == "Honor" ? new TaintFilter(request.Pod) : null;
        var others = keys.Where(k => k != constraint.TopologyKey).ToArray();
        Tally = request.Neighbours.Tallies.Get(
            Text(request.Pod, constraint, selection, others, affinity is not null),
            () => new DomainTally(
                constraint.TopologyKey,
                p => !p.IsDeleting && selection.Means(p),
                facts => Array.TrueForAll(others, facts.Labels.ContainsKey) && affinity?.Matches(facts) != false && taints?.Check(facts).Passes != false),
            request.Nodes);
        CountsItself = selection.Means(request.Stored.Key.Namespace, request.Stored.Header.Labels);
        Selection = selection;
    }

    public TopologySpreadConstraint Constraint { get; }

    public DomainTally Tally { get; }

    /// <summary>The pods that are to be spread.</summary>
    public PodSelection Selection { get; }

    /// <summary>The pod is one of those that are to be spread.</summary>
    public bool CountsItself { get; }

    /// <summary>There are fewer domains than demanded: the emptiest counts as empty.</summary>
    public bool LacksDomains => Tally.Domains < (Constraint.MinDomains ?? 1);

    /// <summary>By how many pods the domain would exceed the emptiest one with the pod in it; <paramref name="difference"/> is what it is supposed to have besides what it has.</summary>
    public int Skew(string domain, int difference)
    {
        var there = Tally[domain].There + difference;
        var fewest = LacksDomains ? 0 : difference == 0 ? Tally.Fewest().There : Tally.FewestWith(domain, there);
        return there + (CountsItself ? 1 : 0) - fewest;
    }

    private static string Text(Pod pod, TopologySpreadConstraint constraint, PodSelection selection, string[] keys, bool byAffinity)
    {
        var text = new StringBuilder("spread ").Append(constraint.TopologyKey).Append(' ').Append(selection.Text).Append(' ').AppendJoin(',', keys);
        if (byAffinity)
        {
            text.Append(" on ").Append(NodeSelectionText.Of(pod));
        }

        if (constraint.NodeTaintsPolicy == "Honor")
        {
            text.Append(" tolerating ").AppendJoin(';', (pod.Spec.Tolerations ?? []).Select(static t => $"{t.Key} {t.Operator} {t.Value} {t.Effect}"));
        }

        return text.ToString();
    }
}
