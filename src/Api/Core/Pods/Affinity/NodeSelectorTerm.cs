using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Tests that a node must pass together. A term without any test matches no node.</summary>
[ApiType("io.k8s.api.core.v1.NodeSelectorTerm", Atomic = true)]
public sealed partial record NodeSelectorTerm
{
    /// <summary>Tests of the node's labels, all of which must hold.</summary>
    [Field(1, List = ListType.Atomic)]
    public IReadOnlyList<NodeSelectorRequirement>? MatchExpressions { get; init; }

    /// <summary>Tests of the node's fields; <c>metadata.name</c> is the only one supported.</summary>
    [Field(2, List = ListType.Atomic)]
    public IReadOnlyList<NodeSelectorRequirement>? MatchFields { get; init; }
}
