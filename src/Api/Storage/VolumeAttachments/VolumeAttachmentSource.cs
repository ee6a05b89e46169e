using ActorKube.Api.Core;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Storage;

/// <summary>Volume to attach; exactly one must be set.</summary>
[ApiType("io.k8s.api.storage.v1.VolumeAttachmentSource")]
public sealed partial record VolumeAttachmentSource
{
    /// <summary>Name of the PersistentVolume that is to be attached.</summary>
    [Field(1, KeepEmpty = true)]
    public string? PersistentVolumeName { get; init; }

    /// <summary>Volume written in a Pod, as the spec of the PersistentVolume that it corresponds to; for drivers that replace in-tree ones.</summary>
    [Field(2)]
    public PersistentVolumeSpec? InlineVolumeSpec { get; init; }
}
