using ActorKube.Api.Schema;

namespace ActorKube.Api.Storage;

[ApiType("io.k8s.api.storage.v1.VolumeError")]
public sealed partial record VolumeError
{
    [Field(1, Always = true)]
    public DateTimeOffset? Time { get; init; }

    [Field(2)]
    public string? Message { get; init; }
}
