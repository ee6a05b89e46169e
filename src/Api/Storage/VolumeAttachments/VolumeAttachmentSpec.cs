using ActorKube.Api.Schema;

namespace ActorKube.Api.Storage;

/// <summary>What is to be attached where, and by which driver.</summary>
[ApiType("io.k8s.api.storage.v1.VolumeAttachmentSpec")]
public sealed partial record VolumeAttachmentSpec
{
    /// <summary>Driver that must act on the request; the name it registered with.</summary>
    [Field(1, Required = true)]
    public string Attacher { get; init; } = "";

    /// <summary>Volume that is to be attached: a PersistentVolume or one written inline.</summary>
    [Field(2, Required = true)]
    public VolumeAttachmentSource Source { get; init; } = new();

    /// <summary>Node that the volume is to be attached to.</summary>
    [Field(3, Required = true)]
    public string NodeName { get; init; } = "";
}
