using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Storage;

[ApiType("io.k8s.api.storage.v1.VolumeAttachment")]
public sealed partial record VolumeAttachment : IApiObject
{
    [Field(0)]
    public string? Kind { get; init; }

    [Field(0)]
    public string? ApiVersion { get; init; }

    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    [Field(2, Required = true)]
    public VolumeAttachmentSpec Spec { get; init; } = new();

    [Field(3)]
    public VolumeAttachmentStatus Status { get; init; } = new();
}
