using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Selects the objects that a quota counts, by scopes with values.</summary>
[ApiType("io.k8s.api.core.v1.ScopeSelector", Atomic = true)]
public sealed partial record ScopeSelector
{
    /// <summary>Tests of scopes that must all hold for an object to count.</summary>
    [Field(1, List = ListType.Atomic)]
    public IReadOnlyList<ScopedResourceSelectorRequirement>? MatchExpressions { get; init; }
}
