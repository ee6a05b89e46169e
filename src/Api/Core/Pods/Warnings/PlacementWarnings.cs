using ActorKube.Api.Errors;
using ActorKube.Api.Meta;

namespace ActorKube.Api.Core;

/// <summary>Warnings about placement: labels of nodes that have newer names, and selectors that match nothing.</summary>
internal static class PlacementWarnings
{
    private const string MatchesNothing = "a null labelSelector results in matching no pod";

    private static readonly Dictionary<string, string> OldLabels = new(StringComparer.Ordinal)
    {
        ["beta.kubernetes.io/arch"] = "deprecated since v1.14; use \"kubernetes.io/arch\" instead",
        ["beta.kubernetes.io/os"] = "deprecated since v1.14; use \"kubernetes.io/os\" instead",
        ["failure-domain.beta.kubernetes.io/region"] = "deprecated since v1.17; use \"topology.kubernetes.io/region\" instead",
        ["failure-domain.beta.kubernetes.io/zone"] = "deprecated since v1.17; use \"topology.kubernetes.io/zone\" instead",
        ["beta.kubernetes.io/instance-type"] = "deprecated since v1.17; use \"node.kubernetes.io/instance-type\" instead",
        ["app.kubernetes.io/created-by"] = "deprecated since v1.9",
        ["scheduler.alpha.kubernetes.io/preferAvoidPods"] = "deprecated since v1.22; use Taints and Tolerations instead",
        ["node-role.kubernetes.io/master"] = "use \"node-role.kubernetes.io/control-plane\" instead",
    };

    public static IEnumerable<string> Nodes(PodSpec spec, FieldPath path)
    {
        var nodes = spec.Affinity?.NodeAffinity;
        var affinity = path.Child("affinity").Child("nodeAffinity");
        return
        [
            .. spec.NodeSelector.OrEmpty().Keys.Where(OldLabels.ContainsKey).Select(key => $"{path.Child("nodeSelector").Key(key)}: {OldLabels[key]}"),
            .. (nodes?.RequiredDuringSchedulingIgnoredDuringExecution?.NodeSelectorTerms ?? [])
                .SelectMany((term, i) => Term(term, affinity.Child("requiredDuringSchedulingIgnoredDuringExecution").Child("nodeSelectorTerms").Index(i))),
            .. (nodes?.PreferredDuringSchedulingIgnoredDuringExecution ?? [])
                .SelectMany((term, i) => Term(term.Preference, affinity.Child("preferredDuringSchedulingIgnoredDuringExecution").Index(i).Child("preference"))),
            .. spec.TopologySpreadConstraints.OrEmpty().SelectMany((constraint, i) => Spread(constraint, path.Child("topologySpreadConstraints").Index(i))),
        ];
    }

    public static IEnumerable<string> Pods(PodSpec spec, FieldPath path)
    {
        var (near, away) = (spec.Affinity?.PodAffinity, spec.Affinity?.PodAntiAffinity);
        return
        [
            .. Terms(near?.RequiredDuringSchedulingIgnoredDuringExecution, near?.PreferredDuringSchedulingIgnoredDuringExecution, path.Child("podAffinity")),
            .. Terms(away?.RequiredDuringSchedulingIgnoredDuringExecution, away?.PreferredDuringSchedulingIgnoredDuringExecution, path.Child("podAntiAffinity")),
        ];
    }

    private static IEnumerable<string> Term(NodeSelectorTerm term, FieldPath path) => term.MatchExpressions.OrEmpty()
        .Select((expression, i) => (expression.Key, Path: path.Child("matchExpressions").Index(i).Child("key")))
        .Where(static e => OldLabels.ContainsKey(e.Key))
        .Select(static e => $"{e.Path}: {e.Key} is {OldLabels[e.Key]}");

    private static IEnumerable<string> Spread(TopologySpreadConstraint constraint, FieldPath path)
    {
        if (OldLabels.TryGetValue(constraint.TopologyKey, out var message))
        {
            yield return $"{path.Child("topologyKey")}: {constraint.TopologyKey} is {message}";
        }

        foreach (var warning in Selector(constraint.LabelSelector, path))
        {
            yield return warning;
        }
    }

    private static IEnumerable<string> Terms(IReadOnlyList<PodAffinityTerm>? required, IReadOnlyList<WeightedPodAffinityTerm>? preferred, FieldPath path) =>
        required.OrEmpty().SelectMany((term, i) => Selector(term.LabelSelector, path.Child("requiredDuringSchedulingIgnoredDuringExecution").Index(i)))
            .Concat(preferred.OrEmpty().SelectMany((term, i) => Selector(
                term.PodAffinityTerm.LabelSelector, path.Child("preferredDuringSchedulingIgnoredDuringExecution").Index(i).Child("podAffinityTerm"))));

    private static IEnumerable<string> Selector(LabelSelector? selector, FieldPath path) => selector is null ? [$"{path.Child("labelSelector")}: {MatchesNothing}"] : [];
}
