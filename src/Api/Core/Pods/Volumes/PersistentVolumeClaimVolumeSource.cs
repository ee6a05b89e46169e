using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Volume that is bound to a claim in the Pod's namespace.</summary>
[ApiType("io.k8s.api.core.v1.PersistentVolumeClaimVolumeSource")]
public sealed partial record PersistentVolumeClaimVolumeSource
{
    /// <summary>Name of the claim in the Pod's namespace.</summary>
    [Field(1, Required = true)]
    public string ClaimName { get; init; } = "";

    /// <summary><c>true</c> makes every mount of the volume read-only. Default <c>false</c>.</summary>
    [Field(2)]
    public bool ReadOnly { get; init; }
}
