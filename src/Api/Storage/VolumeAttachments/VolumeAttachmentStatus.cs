using ActorKube.Api.Schema;

namespace ActorKube.Api.Storage;

[ApiType("io.k8s.api.storage.v1.VolumeAttachmentStatus")]
public sealed partial record VolumeAttachmentStatus
{
    [Field(1, Required = true, Always = true)]
    public bool Attached { get; init; }

    [Field(2)]
    public IReadOnlyDictionary<string, string>? AttachmentMetadata { get; init; }

    [Field(3)]
    public VolumeError? AttachError { get; init; }

    [Field(4)]
    public VolumeError? DetachError { get; init; }
}
