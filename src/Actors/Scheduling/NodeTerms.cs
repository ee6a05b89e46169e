using System.Globalization;
using ActorKube.Actors.Scheduling.Ledger;
using ActorKube.Api.Core;

namespace ActorKube.Actors.Scheduling;

/// <summary>Which nodes a term of node affinity means. All of its requirements must hold; one without any means none.</summary>
internal static class NodeTerms
{
    public static bool Matches(NodeSelectorTerm term, NodeFacts node)
    {
        var (expressions, fields) = (term.MatchExpressions ?? [], term.MatchFields ?? []);
        return expressions.Count + fields.Count > 0
            && expressions.All(e => Matches(e, node.Labels.GetValueOrDefault(e.Key)))
            && fields.All(f => Matches(f, f.Key == "metadata.name" ? node.Name : null));
    }

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
