using ActorKube.Api.Schema;

namespace ActorKube.Api.Apps;

/// <summary>How a StatefulSet replaces Pods when its template changes.</summary>
[ApiType("io.k8s.api.apps.v1.StatefulSetUpdateStrategy")]
public sealed partial record StatefulSetUpdateStrategy
{
    /// <summary>
    /// <c>RollingUpdate</c> (default), from the highest ordinal down, or <c>OnDelete</c>, which waits for each old Pod to be deleted by hand.
    /// </summary>
    [Field(1, Enum = ["OnDelete", "RollingUpdate"])]
    public string? Type { get; init; }

    /// <summary>Pace and extent of the update; only for <c>RollingUpdate</c>.</summary>
    [Field(2)]
    public RollingUpdateStatefulSetStrategy? RollingUpdate { get; init; }
}
