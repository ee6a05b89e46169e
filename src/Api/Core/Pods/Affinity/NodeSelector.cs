using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Selects nodes: a node needs to match one of the terms.</summary>
[ApiType("io.k8s.api.core.v1.NodeSelector", Atomic = true)]
public sealed partial record NodeSelector
{
    /// <summary>Alternatives, at least one; a single match is enough.</summary>
    [Field(1, Required = true, Always = true, List = ListType.Atomic)]
    public IReadOnlyList<NodeSelectorTerm>? NodeSelectorTerms { get; init; }
}
