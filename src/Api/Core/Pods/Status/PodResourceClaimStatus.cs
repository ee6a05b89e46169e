using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Which ResourceClaim an entry of <c>spec.resourceClaims</c> led to.</summary>
[ApiType("io.k8s.api.core.v1.PodResourceClaimStatus")]
public sealed partial record PodResourceClaimStatus
{
    /// <summary>Name of the entry in <c>spec.resourceClaims</c> that this belongs to.</summary>
    [Field(1, Required = true)]
    public string Name { get; init; } = "";

    /// <summary>Name of the claim that was made; absent when none was needed.</summary>
    [Field(2, KeepEmpty = true)]
    public string? ResourceClaimName { get; init; }
}
