using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Rules that keep a Pod away from others. They count at scheduling, not for Pods that already run.</summary>
[ApiType("io.k8s.api.core.v1.PodAntiAffinity")]
public sealed partial record PodAntiAffinity
{
    /// <summary>Pods that must not be in the same domain, else the Pod stays pending; all terms must hold.</summary>
    [Field(1, List = ListType.Atomic)]
    public IReadOnlyList<PodAffinityTerm>? RequiredDuringSchedulingIgnoredDuringExecution { get; init; }

    /// <summary>Pods that it is good to stay clear of; weights of violated terms count against a node.</summary>
    [Field(2, List = ListType.Atomic)]
    public IReadOnlyList<WeightedPodAffinityTerm>? PreferredDuringSchedulingIgnoredDuringExecution { get; init; }
}
