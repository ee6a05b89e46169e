using ActorKube.Api.Quantities;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Apps;

/// <summary>Pace of a rolling update. The two can't both be 0.</summary>
[ApiType("io.k8s.api.apps.v1.RollingUpdateDeployment")]
public sealed partial record RollingUpdateDeployment
{
    /// <summary>Pods, as number or percentage rounded down, that may be missing from the wanted number; default <c>25%</c>.</summary>
    [Field(1)]
    public IntOrString? MaxUnavailable { get; init; }

    /// <summary>Pods, as number or percentage rounded up, that may exist above the wanted number; default <c>25%</c>.</summary>
    [Field(2)]
    public IntOrString? MaxSurge { get; init; }
}
