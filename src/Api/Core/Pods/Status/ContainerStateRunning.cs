using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>State of a container that runs at present.</summary>
[ApiType("io.k8s.api.core.v1.ContainerStateRunning")]
public sealed partial record ContainerStateRunning
{
    /// <summary>When the container was last started or restarted.</summary>
    [Field(1, Always = true)]
    public DateTimeOffset? StartedAt { get; init; }
}
