using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Actions at the two ends of a container's life.</summary>
[ApiType("io.k8s.api.core.v1.Lifecycle")]
public sealed partial record Lifecycle
{
    /// <summary>
    /// Runs right after the start, alongside the entry point. If it fails the container is killed and restarted according to its policy.
    /// </summary>
    [Field(1)]
    public LifecycleHandler? PostStart { get; init; }

    /// <summary>Runs before the stop signal of a planned end, not after a crash; its time counts against the grace period.</summary>
    [Field(2)]
    public LifecycleHandler? PreStop { get; init; }
}
