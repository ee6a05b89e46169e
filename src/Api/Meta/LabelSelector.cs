using ActorKube.Api.Schema;

namespace ActorKube.Api.Meta;

/// <summary>Selects objects by their labels; every part must hold. <c>{}</c> selects all objects, an absent selector none.</summary>
[ApiType("io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector", Atomic = true)]
public sealed partial record LabelSelector
{
    /// <summary>Labels and the exact values they must have. Each pair is short for an <c>In</c> expression with that one value.</summary>
    [Field(1)]
    public IReadOnlyDictionary<string, string>? MatchLabels { get; init; }

    /// <summary>Further tests of labels, which must hold together with <c>matchLabels</c>.</summary>
    [Field(2, List = ListType.Atomic)]
    public IReadOnlyList<LabelSelectorRequirement>? MatchExpressions { get; init; }
}
