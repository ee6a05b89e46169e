using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>
/// Directory with a clone of a Git repository. Deprecated and unsafe: clone into an <c>emptyDir</c> from an init container instead.
/// </summary>
[ApiType("io.k8s.api.core.v1.GitRepoVolumeSource")]
public sealed partial record GitRepoVolumeSource
{
    /// <summary>URL of the repository that is cloned.</summary>
    [Field(1, Required = true)]
    public string Repository { get; init; } = "";

    /// <summary>Hash of the commit to check out; the default branch when empty.</summary>
    [Field(2)]
    public string? Revision { get; init; }

    /// <summary>
    /// Directory for the clone, inside the volume. A dot means the volume's root, and empty a directory named after the repository.
    /// </summary>
    [Field(3)]
    public string? Directory { get; init; }
}
