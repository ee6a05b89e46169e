using ActorKube.Api.Meta;

namespace ActorKube.Api.AdmissionRegistration;

/// <summary>A selector of parameters as tables show it: the text that Go's protobuf records have.</summary>
internal static class ParamSelectorText
{
    public static string Of(LabelSelector selector)
    {
        var labels = (selector.MatchLabels ?? new Dictionary<string, string>()).OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => $"{l.Key}: {l.Value},");
        var expressions = (selector.MatchExpressions ?? []).Select(e =>
            $"LabelSelectorRequirement{{Key:{e.Key},Operator:{e.Operator},Values:[{string.Join(' ', e.Values ?? [])}],}},");
        return $"&LabelSelector{{MatchLabels:map[string]string{{{string.Concat(labels)}}},MatchExpressions:[]LabelSelectorRequirement{{{string.Concat(expressions)}}},}}";
    }
}
