using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Placement rules of a Pod: which nodes it wants, and which Pods it wants near or far.</summary>
[ApiType("io.k8s.api.core.v1.Affinity")]
public sealed partial record Affinity
{
    /// <summary>Rules about the labels that nodes must or should have.</summary>
    [Field(1)]
    public NodeAffinity? NodeAffinity { get; init; }

    /// <summary>Rules that bring the Pod near other Pods, for instance into the same zone.</summary>
    [Field(2)]
    public PodAffinity? PodAffinity { get; init; }

    /// <summary>Rules that keep the Pod away from others, for instance replicas off one node.</summary>
    [Field(3)]
    public PodAntiAffinity? PodAntiAffinity { get; init; }
}
