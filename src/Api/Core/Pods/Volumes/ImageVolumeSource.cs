using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Content of an OCI image or artifact, mounted read-only and without execution.</summary>
[ApiType("io.k8s.api.core.v1.ImageVolumeSource")]
public sealed partial record ImageVolumeSource
{
    /// <summary>Image or artifact to mount. May be empty in templates that something else completes.</summary>
    [Field(1)]
    public string? Reference { get; init; }

    /// <summary>
    /// <c>Always</c>, <c>IfNotPresent</c> or <c>Never</c>. Default is <c>Always</c> for tag <c>latest</c> or none, else <c>IfNotPresent</c>.
    /// </summary>
    [Field(2, Enum = ["Always", "IfNotPresent", "Never"])]
    public string? PullPolicy { get; init; }
}
