using ActorKube.Api.Meta;
using ActorKube.Api.Selectors;

namespace ActorKube.Api.Apps;

/// <summary>What the selector of a workload selects.</summary>
public static class WorkloadSelectors
{
    /// <summary>An absent selector selects nothing, one without conditions everything.</summary>
    /// <returns>Null when the selector isn't valid, which no stored one is.</returns>
    public static LabelQuery? Query(LabelSelector? selector)
    {
        try
        {
            return selector is null ? LabelQuery.Nothing : LabelQuery.FromSpec(
                selector.MatchLabels, selector.MatchExpressions?.Select(e => new LabelExpression(e.Key, e.Operator, e.Values)));
        }
        catch (SelectorException)
        {
            return null;
        }
    }

    /// <summary>The selector's text as the status of a scale shows it.</summary>
    internal static string Text(LabelSelector? selector) => Query(selector)?.ToString() ?? "";

    internal static bool IsEmpty(LabelSelector selector) => selector is { MatchLabels: null or { Count: 0 }, MatchExpressions: null or { Count: 0 } };
}
