using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Volume through a claim that is made for the Pod and deleted with it.</summary>
[ApiType("io.k8s.api.core.v1.EphemeralVolumeSource")]
public sealed partial record EphemeralVolumeSource
{
    /// <summary>
    /// Claim to make, named <c>&lt;pod&gt;-&lt;volume&gt;</c>. A claim of that name that isn't the Pod's blocks it. Required and immutable.
    /// </summary>
    [Field(1)]
    public PersistentVolumeClaimTemplate? VolumeClaimTemplate { get; init; }
}
