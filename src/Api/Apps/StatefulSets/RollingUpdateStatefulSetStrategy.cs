using ActorKube.Api.Quantities;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Apps;

/// <summary>How far and how fast a StatefulSet's update goes.</summary>
[ApiType("io.k8s.api.apps.v1.RollingUpdateStatefulSetStrategy")]
public sealed partial record RollingUpdateStatefulSetStrategy
{
    /// <summary>Pods with an ordinal below this keep the old revision; default 0 updates all. Useful for canaries.</summary>
    [Field(1)]
    public int? Partition { get; init; }

    /// <summary>Pods, as number or percentage rounded down, that may be missing during the update; default 1, never 0.</summary>
    [Field(2)]
    public IntOrString? MaxUnavailable { get; init; }
}
