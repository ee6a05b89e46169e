using System.Globalization;
using ActorKube.Api.Core;
using ActorKube.Api.Meta;

namespace ActorKube.Actors.Tests.Scheduling.Reference;

/// <summary>
/// Whether a pod may be put on a node, rule by rule as the pages under <c>kubernetes.io/docs/concepts/scheduling-eviction</c> say it: slow, with a loop over everything, and without a line of the
/// scheduler's own code.
/// </summary>
internal static class ReferenceRules
{
    public static bool Allows(ReferenceCluster cluster, Pod pod, Node node) =>
        !IsCordoned(pod, node) && IsTolerated(pod, node) && IsSelected(pod, node) && HasPorts(cluster, pod, node) && HasRoom(cluster, pod, node)
        && IsSpread(cluster, pod, node) && HasNeighbours(cluster, pod, node) && IsLeftAlone(cluster, pod, node);

    private static bool IsCordoned(Pod pod, Node node) => node.Spec.Unschedulable && !Tolerates(pod, "node.kubernetes.io/unschedulable", "", "NoSchedule");

    private static bool IsTolerated(Pod pod, Node node)
    {
        foreach (var taint in node.Spec.Taints ?? [])
        {
            if (taint.Effect != "PreferNoSchedule" && !Tolerates(pod, taint.Key, taint.Value ?? "", taint.Effect))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Tolerates(Pod pod, string key, string value, string effect)
    {
        foreach (var toleration in pod.Spec.Tolerations ?? [])
        {
            var keyFits = string.IsNullOrEmpty(toleration.Key) || toleration.Key == key;
            var effectFits = string.IsNullOrEmpty(toleration.Effect) || toleration.Effect == effect;
            var valueFits = toleration.Operator == "Exists" || (toleration.Value ?? "") == value;
            if (keyFits && effectFits && valueFits)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSelected(Pod pod, Node node)
    {
        foreach (var (key, value) in pod.Spec.NodeSelector ?? new Dictionary<string, string>())
        {
            if (Label(node, key) != value)
            {
                return false;
            }
        }

        var terms = pod.Spec.Affinity?.NodeAffinity?.RequiredDuringSchedulingIgnoredDuringExecution?.NodeSelectorTerms;
        return terms is null || terms.Any(t => (t.MatchExpressions ?? []).All(e => Holds(e, Label(node, e.Key))) && (t.MatchFields ?? []).All(f => Holds(f, node.Metadata.Name)));
    }

    private static bool Holds(NodeSelectorRequirement requirement, string? value)
    {
        var values = requirement.Values ?? [];
        return requirement.Operator switch
        {
            "In" => value is not null && values.Contains(value),
            "NotIn" => value is null || !values.Contains(value),
            "Exists" => value is not null,
            "DoesNotExist" => value is null,
            "Gt" => value is not null && int.Parse(value, CultureInfo.InvariantCulture) > int.Parse(values[0], CultureInfo.InvariantCulture),
            "Lt" => value is not null && int.Parse(value, CultureInfo.InvariantCulture) < int.Parse(values[0], CultureInfo.InvariantCulture),
            _ => throw new InvalidOperationException(requirement.Operator),
        };
    }

    private static bool HasPorts(ReferenceCluster cluster, Pod pod, Node node)
    {
        foreach (var other in On(cluster, node))
        {
            foreach (var a in pod.Spec.Containers!.SelectMany(static c => c.Ports ?? []))
            {
                foreach (var b in other.Spec.Containers!.SelectMany(static c => c.Ports ?? []))
                {
                    var (one, two) = (a.HostIP ?? "0.0.0.0", b.HostIP ?? "0.0.0.0");
                    if (a.HostPort == b.HostPort && (a.Protocol ?? "TCP") == (b.Protocol ?? "TCP") && (one == two || one == "0.0.0.0" || two == "0.0.0.0"))
                    {
                        return false;
                    }
                }
            }
        }

        return true;
    }

    private static bool HasRoom(ReferenceCluster cluster, Pod pod, Node node)
    {
        var there = On(cluster, node).ToList();
        if (there.Count + 1 > node.Status.Allocatable!["pods"].Value())
        {
            return false;
        }

        foreach (var resource in ReferenceAmounts.Resources)
        {
            var wanted = ReferenceAmounts.Of(pod, resource);
            var all = node.Status.Allocatable.TryGetValue(resource, out var amount) ? amount.MilliValue() : 0;
            if (wanted > 0 && there.Sum(p => ReferenceAmounts.Of(p, resource)) + wanted > all)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsSpread(ReferenceCluster cluster, Pod pod, Node node)
    {
        var constraints = (pod.Spec.TopologySpreadConstraints ?? []).Where(static c => c.WhenUnsatisfiable == "DoNotSchedule").ToList();
        foreach (var constraint in constraints)
        {
            if (Label(node, constraint.TopologyKey) is not { } own)
            {
                return false;
            }

            var counts = new Dictionary<string, int>();
            foreach (var eligible in cluster.Nodes)
            {
                if (constraints.All(c => Label(eligible, c.TopologyKey) is not null)
                    && (constraint.NodeAffinityPolicy == "Ignore" || IsSelected(pod, eligible))
                    && (constraint.NodeTaintsPolicy != "Honor" || IsTolerated(pod, eligible)))
                {
                    var domain = Label(eligible, constraint.TopologyKey)!;
                    counts[domain] = counts.GetValueOrDefault(domain) + On(cluster, eligible).Count(p => p.Metadata.DeletionTimestamp is null && IsCounted(p));
                }
            }

            var fewest = counts.Count < (constraint.MinDomains ?? 1) ? 0 : counts.Values.Min();
            if (counts.GetValueOrDefault(own) + (IsCounted(pod) ? 1 : 0) - fewest > constraint.MaxSkew)
            {
                return false;
            }

            bool IsCounted(Pod other) => other.Metadata.Namespace == pod.Metadata.Namespace && Selects(constraint.LabelSelector, other)
                && (constraint.MatchLabelKeys ?? []).All(k => pod.Metadata.Labels?.ContainsKey(k) != true || other.Metadata.Labels?.GetValueOrDefault(k) == pod.Metadata.Labels[k]);
        }

        return true;
    }

    /// <summary>Its own rules about other pods.</summary>
    private static bool HasNeighbours(ReferenceCluster cluster, Pod pod, Node node)
    {
        var needed = pod.Spec.Affinity?.PodAffinity?.RequiredDuringSchedulingIgnoredDuringExecution ?? [];
        var isFirst = !cluster.Pods.Any(p => needed.All(t => Means(cluster, t, pod, p)) && needed.Any(t => Label(cluster.NodeOf(p), t.TopologyKey) is not null))
            && needed.All(t => Means(cluster, t, pod, pod));
        foreach (var term in needed)
        {
            if (Label(node, term.TopologyKey) is not { } domain
                || (!isFirst && !cluster.Pods.Any(p => needed.All(t => Means(cluster, t, pod, p)) && Label(cluster.NodeOf(p), term.TopologyKey) == domain)))
            {
                return false;
            }
        }

        return (pod.Spec.Affinity?.PodAntiAffinity?.RequiredDuringSchedulingIgnoredDuringExecution ?? [])
            .All(t => Label(node, t.TopologyKey) is not { } domain || !cluster.Pods.Any(p => Means(cluster, t, pod, p) && Label(cluster.NodeOf(p), t.TopologyKey) == domain));
    }

    /// <summary>The rules of other pods about it.</summary>
    private static bool IsLeftAlone(ReferenceCluster cluster, Pod pod, Node node)
    {
        foreach (var other in cluster.Pods)
        {
            foreach (var term in other.Spec.Affinity?.PodAntiAffinity?.RequiredDuringSchedulingIgnoredDuringExecution ?? [])
            {
                if (Means(cluster, term, other, pod) && Label(node, term.TopologyKey) is { } domain && Label(cluster.NodeOf(other), term.TopologyKey) == domain)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static bool Means(ReferenceCluster cluster, PodAffinityTerm term, Pod owner, Pod other)
    {
        var @namespace = other.Metadata.Namespace!;
        var isNamed = term.Namespaces?.Contains(@namespace) == true;
        var isSelected = term.NamespaceSelector is { } selector && (selector.MatchLabels ?? new Dictionary<string, string>()).All(l => cluster.Namespaces[@namespace].GetValueOrDefault(l.Key) == l.Value);
        var isOwn = term.Namespaces is null or { Count: 0 } && term.NamespaceSelector is null && @namespace == owner.Metadata.Namespace;
        return (isNamed || isSelected || isOwn) && Selects(term.LabelSelector, other);
    }

    private static bool Selects(LabelSelector? selector, Pod pod) =>
        selector is not null && (selector.MatchLabels ?? new Dictionary<string, string>()).All(l => pod.Metadata.Labels?.GetValueOrDefault(l.Key) == l.Value);

    private static IEnumerable<Pod> On(ReferenceCluster cluster, Node node) => cluster.Pods.Where(p => p.Spec.NodeName == node.Metadata.Name);

    private static string? Label(Node node, string key) => node.Metadata.Labels?.GetValueOrDefault(key);
}
