using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Waits, for instance to let load balancers notice that the container ends.</summary>
[ApiType("io.k8s.api.core.v1.SleepAction")]
public sealed partial record SleepAction
{
    /// <summary>Seconds to wait, at least 1 and no longer than the grace period.</summary>
    [Field(1, Required = true, Always = true)]
    public long Seconds { get; init; }
}
