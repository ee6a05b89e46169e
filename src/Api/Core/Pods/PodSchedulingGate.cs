using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Holds a Pod back from scheduling until it is removed.</summary>
[ApiType("io.k8s.api.core.v1.PodSchedulingGate")]
public sealed partial record PodSchedulingGate
{
    /// <summary>Name of the gate, unique in the Pod; each should have one controller that removes it.</summary>
    [Field(1, Required = true)]
    public string Name { get; init; } = "";
}
