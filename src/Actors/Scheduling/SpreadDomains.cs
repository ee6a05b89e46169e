using ActorKube.Actors.Scheduling.Filters;
using ActorKube.Actors.Scheduling.Ledger;
using ActorKube.Api.Apps;
using ActorKube.Api.Core;
using ActorKube.Api.Selectors;

namespace ActorKube.Actors.Scheduling;

/// <summary>
/// How many pods of a topology spread constraint each domain has. A domain is a value of the constraint's label on the nodes that count: those that have
/// the labels of all constraints, and that the pod's node affinity and tolerations allow, as the constraint says.
/// </summary>
internal sealed class SpreadDomains
{
    private readonly LabelQuery _selector;
    private readonly string _namespace;

    public SpreadDomains(PodRequest request, TopologySpreadConstraint constraint, IReadOnlyCollection<string> keys)
    {
        Constraint = constraint;
        _selector = Query(request.Pod, constraint);
        _namespace = request.Stored.Key.Namespace;
        var affinity = constraint.NodeAffinityPolicy == "Ignore" ? null : new NodeAffinityFilter(request.Pod);
        var taints = constraint.NodeTaintsPolicy == "Honor" ? new TaintFilter(request.Pod) : null;
        foreach (var slot in request.Nodes)
        {
            if (slot.Facts is not { } facts || !keys.All(facts.Labels.ContainsKey) || affinity?.Matches(facts) == false
                || taints?.Check(new Candidate(slot, facts, slot.Load)).Passes == false)
            {
                continue;
            }

            var value = facts.Labels[constraint.TopologyKey];
            Counts[value] = Counts.GetValueOrDefault(value) + slot.Load.Pods.Count(Matches);
        }

        var labels = request.Stored.Header.Labels;
        CountsItself = _selector.Matches(key => labels[key]);
    }

    public TopologySpreadConstraint Constraint { get; }

    public Dictionary<string, int> Counts { get; } = new(StringComparer.Ordinal);

    /// <summary>The pod is one of those that are to be spread.</summary>
    public bool CountsItself { get; }

    /// <summary>The emptiest domain's pods; 0 while there are fewer domains than demanded.</summary>
    public int Fewest => Counts.Count == 0 || Counts.Count < (Constraint.MinDomains ?? 1) ? 0 : Counts.Values.Min();

    /// <summary>Of the pods that the selector means, those with the pod's own values of the labels in matchLabelKeys.</summary>
    private static LabelQuery Query(Pod pod, TopologySpreadConstraint constraint)
    {
        var query = WorkloadSelectors.Query(constraint.LabelSelector) ?? LabelQuery.Nothing;
        var own = (constraint.MatchLabelKeys ?? []).Where(k => pod.Metadata.Labels?.ContainsKey(k) == true)
            .Select(k => LabelRequirement.Create(k, LabelOperator.Equals, pod.Metadata.Labels![k])).ToList();
        return own.Count == 0 || query.IsNothing ? query : LabelQuery.Create([.. query.Requirements, .. own]);
    }

    private bool Matches(PlacedPod pod)
    {
        var labels = pod.Labels;
        return !pod.IsDeleting && pod.Key.Namespace == _namespace && _selector.Matches(key => labels[key]);
    }
}
