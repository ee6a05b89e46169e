using ActorKube.Api.Schema;

namespace ActorKube.Api.Storage;

/// <summary>Features of a CSI driver, and what it must be told.</summary>
[ApiType("io.k8s.api.storage.v1.CSIDriverSpec")]
public sealed partial record CSIDriverSpec
{
    /// <summary>Whether volumes must be attached before they are mounted; default <c>true</c>. Immutable.</summary>
    [Field(1)]
    public bool? AttachRequired { get; init; }

    /// <summary><c>true</c> hands the Pod's name, namespace, UID and account to the driver when it mounts; default <c>false</c>.</summary>
    [Field(2)]
    public bool? PodInfoOnMount { get; init; }

    /// <summary><c>Persistent</c> (default) through volumes and claims, <c>Ephemeral</c> as part of a Pod, or both. Immutable.</summary>
    [Field(3, List = ListType.Set)]
    public IReadOnlyList<string>? VolumeLifecycleModes { get; init; }

    /// <summary>
    /// <c>true</c> lets the scheduler heed the free capacity that the driver publishes in CSIStorageCapacity objects; default <c>false</c>.
    /// </summary>
    [Field(4)]
    public bool? StorageCapacity { get; init; }

    /// <summary>Change of ownership by <c>fsGroup</c>: <c>ReadWriteOnceWithFSType</c> (default), <c>File</c> (always) or <c>None</c>.</summary>
    [Field(5, KeepEmpty = true)]
    public string? FsGroupPolicy { get; init; }

    /// <summary>Tokens of the Pod's ServiceAccount that the driver gets when it mounts, one per audience.</summary>
    [Field(6, List = ListType.Atomic)]
    public IReadOnlyList<TokenRequest>? TokenRequests { get; init; }

    /// <summary><c>true</c> calls the driver again from time to time so that it can refresh what is mounted; default <c>false</c>.</summary>
    [Field(7)]
    public bool? RequiresRepublish { get; init; }

    /// <summary>
    /// <c>true</c> if the driver mounts with <c>-o context</c>, so that SELinux labels need no walk over the files; default <c>false</c>.
    /// </summary>
    [Field(8)]
    public bool? SeLinuxMount { get; init; }
}
