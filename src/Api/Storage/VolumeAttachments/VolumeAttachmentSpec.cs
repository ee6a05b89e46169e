using ActorKube.Api.Schema;

namespace ActorKube.Api.Storage;

[ApiType("io.k8s.api.storage.v1.VolumeAttachmentSpec")]
public sealed partial record VolumeAttachmentSpec
{
    [Field(1, Required = true)]
    public string Attacher { get; init; } = "";

    [Field(2, Required = true)]
    public VolumeAttachmentSource Source { get; init; } = new();

    [Field(3, Required = true)]
    public string NodeName { get; init; } = "";
}
