using System.Globalization;

namespace ActorKube.Api.Core;

/// <summary>
/// Which nodes a pod may be on, by their labels and names. All requirements of a term must hold, one term is enough; a term without requirements means no node. Follows
/// <c>kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node</c>.
/// </summary>
public static class NodeSelection
{
    private static readonly IReadOnlyDictionary<string, string> NoLabels = new Dictionary<string, string>();

    /// <summary>By <c>nodeSelector</c> and required node affinity.</summary>
    public static bool Matches(PodSpec spec, string node, IReadOnlyDictionary<string, string>? labels)
    {
        var known = labels ?? NoLabels;
        var required = spec.Affinity?.NodeAffinity?.RequiredDuringSchedulingIgnoredDuringExecution;
        return (spec.NodeSelector is null || spec.NodeSelector.All(l => known.TryGetValue(l.Key, out var value) && value == l.Value))
            && (required is null || required.NodeSelectorTerms?.Any(t => Matches(t, node, known)) == true);
    }

    public static bool Matches(NodeSelectorTerm term, string node, IReadOnlyDictionary<string, string> labels)
    {
        var (expressions, fields) = (term.MatchExpressions ?? [], term.MatchFields ?? []);
        return expressions.Count + fields.Count > 0
            && expressions.All(e => Matches(e, labels.GetValueOrDefault(e.Key)))
            && fields.All(f => Matches(f, f.Key == "metadata.name" ? node : null));
    }

    /// <param name="value">Null where there is none.</param>
    public static bool Matches(NodeSelectorRequirement requirement, string? value) => requirement.Operator switch
    {
        "In" => value is not null && requirement.Values?.Contains(value) == true,
        "NotIn" => value is null || requirement.Values?.Contains(value) != true,
        "Exists" => value is not null,
        "DoesNotExist" => value is null,
        "Gt" => Compare(value, requirement.Values) > 0,
        "Lt" => Compare(value, requirement.Values) < 0,
        _ => false,
    };

    /// <summary>0, which neither operator accepts, if one of them is no integer.</summary>
    private static int Compare(string? value, IReadOnlyList<string>? values) =>
        long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && values is [var text] && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var bound) ? number.CompareTo(bound) : 0;
}
