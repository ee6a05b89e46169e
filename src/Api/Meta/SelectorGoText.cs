namespace ActorKube.Api.Meta;

/// <summary>Label selectors in Go's syntax, as messages show them.</summary>
internal static class SelectorGoText
{
    public static GoText? Of(LabelSelector? selector) => selector is null ? null : new GoText(
        $"v1.LabelSelector{{MatchLabels:{Labels(selector.MatchLabels)}, MatchExpressions:{Expressions(selector.MatchExpressions)}}}");

    private static string Labels(IReadOnlyDictionary<string, string>? labels) => labels is null
        ? "map[string]string(nil)"
        : $"map[string]string{{{string.Join(", ", labels.OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => $"{GoText.Quote(l.Key)}:{GoText.Quote(l.Value)}"))}}}";

    private static string Expressions(IReadOnlyList<LabelSelectorRequirement>? requirements) => requirements is null
        ? "[]v1.LabelSelectorRequirement(nil)"
        : $"[]v1.LabelSelectorRequirement{{{string.Join(", ", requirements.Select(Expression))}}}";

    private static string Expression(LabelSelectorRequirement requirement) =>
        $"v1.LabelSelectorRequirement{{Key:{GoText.Quote(requirement.Key)}, Operator:{GoText.Quote(requirement.Operator)}, Values:{GoText.List("string", requirement.Values)}}}";
}
