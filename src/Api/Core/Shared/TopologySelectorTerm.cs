using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Tests of topology labels that must hold together.</summary>
[ApiType("io.k8s.api.core.v1.TopologySelectorTerm", Atomic = true)]
public sealed partial record TopologySelectorTerm
{
    /// <summary>Tests of topology labels, all of which must hold.</summary>
    [Field(1, List = ListType.Atomic)]
    public IReadOnlyList<TopologySelectorLabelRequirement>? MatchLabelExpressions { get; init; }
}
