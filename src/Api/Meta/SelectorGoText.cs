using ActorKube.Api.Errors;

namespace ActorKube.Api.Meta;

/// <summary>Label selectors in Go's syntax, as messages show them.</summary>
internal static class SelectorGoText
{
    public static GoText? Of(LabelSelector? selector) => selector is null ? null : new GoText(
        $"v1.LabelSelector{{MatchLabels:{GoValue.Map(selector.MatchLabels)}, MatchExpressions:{Expressions(selector.MatchExpressions)}}}");

    private static string Expressions(IReadOnlyList<LabelSelectorRequirement>? requirements) => requirements is null
        ? "[]v1.LabelSelectorRequirement(nil)"
        : $"[]v1.LabelSelectorRequirement{{{string.Join(", ", requirements.Select(Expression))}}}";

    private static string Expression(LabelSelectorRequirement requirement) =>
        $"v1.LabelSelectorRequirement{{Key:{GoText.Quote(requirement.Key)}, Operator:{GoText.Quote(requirement.Operator)}, Values:{GoText.List("string", requirement.Values)}}}";
}
