using ActorKube.Api.Quantities;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Apps;

/// <summary>Pace of a DaemonSet's update. The two can't both be 0.</summary>
[ApiType("io.k8s.api.apps.v1.RollingUpdateDaemonSet")]
public sealed partial record RollingUpdateDaemonSet
{
    /// <summary>Nodes, as number or percentage rounded up, that may be without an available Pod; default 1.</summary>
    [Field(1)]
    public IntOrString? MaxUnavailable { get; init; }

    /// <summary>Nodes, as number or percentage rounded up, that may have a new Pod beside the old one; default 0.</summary>
    [Field(2)]
    public IntOrString? MaxSurge { get; init; }
}
