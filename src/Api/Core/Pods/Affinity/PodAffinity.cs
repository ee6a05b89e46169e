using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Rules that bring a Pod near other Pods. They count at scheduling, not for Pods that already run.</summary>
[ApiType("io.k8s.api.core.v1.PodAffinity")]
public sealed partial record PodAffinity
{
    /// <summary>Pods that must be in the same domain, else the Pod stays pending; all terms must hold.</summary>
    [Field(1, List = ListType.Atomic)]
    public IReadOnlyList<PodAffinityTerm>? RequiredDuringSchedulingIgnoredDuringExecution { get; init; }

    /// <summary>Pods that it is good to be near to; the weights of satisfied terms add up to a node's score.</summary>
    [Field(2, List = ListType.Atomic)]
    public IReadOnlyList<WeightedPodAffinityTerm>? PreferredDuringSchedulingIgnoredDuringExecution { get; init; }
}
