using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.PersistentVolumeStatus")]
public sealed partial record PersistentVolumeStatus
{
    [Field(1)]
    public string? Phase { get; init; }

    [Field(2)]
    public string? Message { get; init; }

    [Field(3)]
    public string? Reason { get; init; }

    [Field(4)]
    public DateTimeOffset? LastPhaseTransitionTime { get; init; }
}
