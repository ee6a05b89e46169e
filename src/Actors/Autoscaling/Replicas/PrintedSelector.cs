using ActorKube.Api.Meta;

namespace ActorKube.Actors.Autoscaling.Replicas;

/// <summary>A label selector as Go prints it in messages: <c>nil</c>, or <c>&amp;LabelSelector{...}</c> with its labels in order.</summary>
internal static class PrintedSelector
{
    public static string Of(LabelSelector? selector) => selector is null ? "nil"
        : $"&LabelSelector{{MatchLabels:map[string]string{{{Labels(selector.MatchLabels)}}},MatchExpressions:[]LabelSelectorRequirement{{{string.Concat((selector.MatchExpressions ?? []).Select(Expression))}}},}}";

    private static string Labels(IReadOnlyDictionary<string, string>? labels) =>
        string.Concat((labels ?? new Dictionary<string, string>()).OrderBy(static l => l.Key, StringComparer.Ordinal).Select(static l => $"{l.Key}: {l.Value},"));

    private static string Expression(LabelSelectorRequirement requirement) =>
        $"LabelSelectorRequirement{{Key:{requirement.Key},Operator:{requirement.Operator},Values:[{string.Join(' ', requirement.Values ?? [])}],}},";
}
