using ActorKube.Api.Schema;

namespace ActorKube.Api.Meta;

[ApiType("io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector", Atomic = true)]
public sealed partial record LabelSelector
{
    [Field(1)]
    public IReadOnlyDictionary<string, string>? MatchLabels { get; init; }

    [Field(2, List = ListType.Atomic)]
    public IReadOnlyList<LabelSelectorRequirement>? MatchExpressions { get; init; }
}
