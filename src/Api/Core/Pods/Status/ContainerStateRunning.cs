using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.ContainerStateRunning")]
public sealed partial record ContainerStateRunning
{
    [Field(1, Always = true)]
    public DateTimeOffset? StartedAt { get; init; }
}
