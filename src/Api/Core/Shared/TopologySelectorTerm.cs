using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.TopologySelectorTerm", Atomic = true)]
public sealed partial record TopologySelectorTerm
{
    [Field(1, List = ListType.Atomic)]
    public IReadOnlyList<TopologySelectorLabelRequirement>? MatchLabelExpressions { get; init; }
}
