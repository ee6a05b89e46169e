using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Wish to be near to, or away from, certain Pods, with a weight.</summary>
[ApiType("io.k8s.api.core.v1.WeightedPodAffinityTerm")]
public sealed partial record WeightedPodAffinityTerm
{
    /// <summary>Points that a node gets for the term, 1 to 100.</summary>
    [Field(1, Required = true, Always = true)]
    public int Weight { get; init; }

    /// <summary>The Pods meant, and what counts as the same place.</summary>
    [Field(2, Required = true)]
    public PodAffinityTerm PodAffinityTerm { get; init; } = new();
}
