using ActorKube.Api.Schema;

namespace ActorKube.Api.Storage;

/// <summary>How far attaching or detaching has got; written by the attaching driver.</summary>
[ApiType("io.k8s.api.storage.v1.VolumeAttachmentStatus")]
public sealed partial record VolumeAttachmentStatus
{
    /// <summary>Whether the volume is attached and may be mounted.</summary>
    [Field(1, Required = true, Always = true)]
    public bool Attached { get; init; }

    /// <summary>What attaching returned, for the mount that follows.</summary>
    [Field(2)]
    public IReadOnlyDictionary<string, string>? AttachmentMetadata { get; init; }

    /// <summary>Last error of attaching; absent once it succeeded.</summary>
    [Field(3)]
    public VolumeError? AttachError { get; init; }

    /// <summary>Last error of detaching; absent while none occurred.</summary>
    [Field(4)]
    public VolumeError? DetachError { get; init; }
}
