using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Directory, file or device of the node. It ties the Pod to the node's content and can expose the host: use it for system Pods.</summary>
[ApiType("io.k8s.api.core.v1.HostPathVolumeSource")]
public sealed partial record HostPathVolumeSource
{
    /// <summary>Path on the node; where it is a link, the link's target is used.</summary>
    [Field(1, Required = true)]
    public string Path { get; init; } = "";

    /// <summary>
    /// What must be there: <c>Directory</c>, <c>File</c>, <c>Socket</c>, <c>CharDevice</c>, <c>BlockDevice</c>, or <c>DirectoryOrCreate</c>,
    /// <c>FileOrCreate</c>. Empty doesn't check.
    /// </summary>
    [Field(2, KeepEmpty = true, Enum = ["", "BlockDevice", "CharDevice", "Directory", "DirectoryOrCreate", "File", "FileOrCreate", "Socket"])]
    public string? Type { get; init; }
}
