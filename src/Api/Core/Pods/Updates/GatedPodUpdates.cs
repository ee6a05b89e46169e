using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Serialization;

namespace ActorKube.Api.Core;

/// <summary>A pod whose scheduling is held back may have its choice of nodes narrowed, never widened.</summary>
internal static class GatedPodUpdates
{
    /// <summary>Checks node selector and node affinity, and gives the specification with the previous ones in their place.</summary>
    public static PodSpec WithoutPlacement(PodSpec next, PodSpec previous, FieldPath path, FieldErrors errors)
    {
        if (previous.NodeSelector.OrEmpty().Any(old => !next.NodeSelector.OrEmpty().TryGetValue(old.Key, out var now) || now != old.Value))
        {
            errors.Invalid(path.Child("nodeSelector"), GoText.Of(next.NodeSelector), "only additions to spec.nodeSelector are allowed (no mutations or deletions)");
        }

        ValidateTerms(Terms(next), Terms(previous), path.Child("affinity").Child("nodeAffinity")
            .Child("requiredDuringSchedulingIgnoredDuringExecution").Child("nodeSelectorTerms"), errors);
        return next with { NodeSelector = previous.NodeSelector, Affinity = WithNodeAffinity(next.Affinity, previous.Affinity) };
    }

    private static Affinity? WithNodeAffinity(Affinity? next, Affinity? previous)
    {
        var old = previous?.NodeAffinity;
        return ApiEquality.Same(next?.NodeAffinity, old) ? next
            : previous is null && next is { PodAffinity: null, PodAntiAffinity: null } ? null
            : (next ?? new Affinity()) with { NodeAffinity = old };
    }

    private static IReadOnlyList<NodeSelectorTerm> Terms(PodSpec spec) =>
        spec.Affinity?.NodeAffinity?.RequiredDuringSchedulingIgnoredDuringExecution?.NodeSelectorTerms.OrEmpty() ?? [];

    private static void ValidateTerms(IReadOnlyList<NodeSelectorTerm> next, IReadOnlyList<NodeSelectorTerm> previous, FieldPath path, FieldErrors errors)
    {
        if (previous.Count > 0 && previous.Count != next.Count)
        {
            errors.Invalid(path, next, "no additions/deletions to non-empty NodeSelectorTerms list are allowed");
            return;
        }

        for (var i = 0; i < previous.Count; i++)
        {
            if (!OnlyAdds(next[i], previous[i]))
            {
                errors.Invalid(path.Index(i), next[i], "only additions are allowed (no mutations or deletions)");
            }
        }
    }

    /// <summary>Terms are alternatives, and their requirements all have to hold: a requirement more narrows. An empty term matches nothing, so adding to it would widen.</summary>
    private static bool OnlyAdds(NodeSelectorTerm next, NodeSelectorTerm previous)
    {
        var (expressions, fields) = (previous.MatchExpressions.OrEmpty(), previous.MatchFields.OrEmpty());
        return expressions.Count == 0 && fields.Count == 0
            ? next.MatchExpressions.OrEmpty().Count == 0 && next.MatchFields.OrEmpty().Count == 0
            : StartsWith(next.MatchExpressions.OrEmpty(), expressions) && StartsWith(next.MatchFields.OrEmpty(), fields);
    }

    private static bool StartsWith(IReadOnlyList<NodeSelectorRequirement> next, IReadOnlyList<NodeSelectorRequirement> previous) =>
        next.Count >= previous.Count && previous.Zip(next).All(static pair => ApiEquality.Same(pair.First, pair.Second));
}
