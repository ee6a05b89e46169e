using ActorKube.Api.Meta;

namespace ActorKube.Api.Core;

/// <summary>
/// Keys by which affinity terms refer to the pod's own labels: at creation they become expressions of the selector, so that
/// nobody who reads the selector has to know of them. Key <c>app</c> of a pod labelled app=x gives <c>app in (x)</c>.
/// </summary>
internal static class MatchLabelKeys
{
    public static PodSpec Expand(PodSpec spec, IReadOnlyDictionary<string, string>? labels) => spec.Affinity is not { } affinity ? spec : spec with
    {
        Affinity = affinity with
        {
            PodAffinity = affinity.PodAffinity is { } near ? near with
            {
                RequiredDuringSchedulingIgnoredDuringExecution = near.RequiredDuringSchedulingIgnoredDuringExecution.Each(t => Expand(t, labels)),
                PreferredDuringSchedulingIgnoredDuringExecution = near.PreferredDuringSchedulingIgnoredDuringExecution.Each(t => Expand(t, labels)),
            } : null,
            PodAntiAffinity = affinity.PodAntiAffinity is { } away ? away with
            {
                RequiredDuringSchedulingIgnoredDuringExecution = away.RequiredDuringSchedulingIgnoredDuringExecution.Each(t => Expand(t, labels)),
                PreferredDuringSchedulingIgnoredDuringExecution = away.PreferredDuringSchedulingIgnoredDuringExecution.Each(t => Expand(t, labels)),
            } : null,
        },
    };

    private static WeightedPodAffinityTerm Expand(WeightedPodAffinityTerm term, IReadOnlyDictionary<string, string>? labels) =>
        term with { PodAffinityTerm = Expand(term.PodAffinityTerm, labels) };

    private static PodAffinityTerm Expand(PodAffinityTerm term, IReadOnlyDictionary<string, string>? labels)
    {
        List<LabelSelectorRequirement> added = [.. Requirements(term.MatchLabelKeys, "In", labels), .. Requirements(term.MismatchLabelKeys, "NotIn", labels)];

        // Without a selector the term matches no pod, whatever the keys say.
        return term.LabelSelector is not { } selector || added.Count == 0
            ? term
            : term with { LabelSelector = selector with { MatchExpressions = [.. selector.MatchExpressions.OrEmpty(), .. added] } };
    }

    private static IEnumerable<LabelSelectorRequirement> Requirements(IReadOnlyList<string>? keys, string op, IReadOnlyDictionary<string, string>? labels) =>
        from key in keys.OrEmpty()
        where labels.OrEmpty().ContainsKey(key)
        select new LabelSelectorRequirement { Key = key, Operator = op, Values = [labels![key]] };
}
