using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Storage;

/// <summary>Asks a driver to attach a volume to a node, or detach it when deleted.</summary>
[ApiType("io.k8s.api.storage.v1.VolumeAttachment")]
public sealed partial record VolumeAttachment : IApiObject
{
    /// <summary>The kind of this object, <c>VolumeAttachment</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of this object, <c>storage.k8s.io/v1</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Name, labels, annotations and bookkeeping of the object; it is cluster-wide and has no namespace.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>Volume, node and driver of the attachment; immutable.</summary>
    [Field(2, Required = true)]
    public VolumeAttachmentSpec Spec { get; init; } = new();

    /// <summary>Whether it is attached; written by the driver.</summary>
    [Field(3)]
    public VolumeAttachmentStatus Status { get; init; } = new();
}
