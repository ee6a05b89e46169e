using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Scheduling;

namespace ActorKube.Api.Core;

/// <summary>Warnings about placement: labels of nodes that have newer names, and selectors that match nothing.</summary>
internal static class PlacementWarnings
{
    private const string MatchesNothing = "a null labelSelector results in matching no pod";

    public static IEnumerable<string> Nodes(PodSpec spec, FieldPath path)
    {
        var nodes = spec.Affinity?.NodeAffinity;
        var affinity = path.Child("affinity").Child("nodeAffinity");
        return
        [
            .. spec.NodeSelector.OrEmpty().Keys.Where(DeprecatedNodeLabels.Advice.ContainsKey).Select(key => $"{path.Child("nodeSelector").Key(key)}: {DeprecatedNodeLabels.Advice[key]}"),
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
        .Where(static e => DeprecatedNodeLabels.Advice.ContainsKey(e.Key))
        .Select(static e => $"{e.Path}: {e.Key} is {DeprecatedNodeLabels.Advice[e.Key]}");

    private static IEnumerable<string> Spread(TopologySpreadConstraint constraint, FieldPath path)
    {
        if (DeprecatedNodeLabels.Advice.TryGetValue(constraint.TopologyKey, out var message))
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
