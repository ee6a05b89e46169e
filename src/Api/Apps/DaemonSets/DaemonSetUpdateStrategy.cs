using ActorKube.Api.Schema;

namespace ActorKube.Api.Apps;

/// <summary>How a DaemonSet replaces Pods when its template changes.</summary>
[ApiType("io.k8s.api.apps.v1.DaemonSetUpdateStrategy")]
public sealed partial record DaemonSetUpdateStrategy
{
    /// <summary><c>RollingUpdate</c> (default), or <c>OnDelete</c>, which waits for each old Pod to be deleted by hand.</summary>
    [Field(1, Enum = ["OnDelete", "RollingUpdate"])]
    public string? Type { get; init; }

    /// <summary>How many nodes are updated at a time; only for <c>RollingUpdate</c>.</summary>
    [Field(2)]
    public RollingUpdateDaemonSet? RollingUpdate { get; init; }
}
