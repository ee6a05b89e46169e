using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Wish for certain nodes, with a weight. An empty preference matches all nodes and so changes nothing.</summary>
[ApiType("io.k8s.api.core.v1.PreferredSchedulingTerm")]
public sealed partial record PreferredSchedulingTerm
{
    /// <summary>Points that a matching node gets, 1 to 100.</summary>
    [Field(1, Required = true, Always = true)]
    public int Weight { get; init; }

    /// <summary>Labels and fields of the nodes that are wished for.</summary>
    [Field(2, Required = true)]
    public NodeSelectorTerm Preference { get; init; } = new();
}
