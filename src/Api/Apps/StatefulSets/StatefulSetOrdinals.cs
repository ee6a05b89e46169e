using ActorKube.Api.Schema;

namespace ActorKube.Api.Apps;

/// <summary>How a StatefulSet numbers its Pods; useful to move them between clusters.</summary>
[ApiType("io.k8s.api.apps.v1.StatefulSetOrdinals")]
public sealed partial record StatefulSetOrdinals
{
    /// <summary>Ordinal of the first Pod, default 0: three replicas from 5 are 5, 6 and 7.</summary>
    [Field(1, Always = true)]
    public int Start { get; init; }
}
