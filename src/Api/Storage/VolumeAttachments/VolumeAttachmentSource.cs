using ActorKube.Api.Core;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Storage;

[ApiType("io.k8s.api.storage.v1.VolumeAttachmentSource")]
public sealed partial record VolumeAttachmentSource
{
    [Field(1, KeepEmpty = true)]
    public string? PersistentVolumeName { get; init; }

    [Field(2)]
    public PersistentVolumeSpec? InlineVolumeSpec { get; init; }
}
