using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Makes a claim of the Pod available inside a container.</summary>
[ApiType("io.k8s.api.core.v1.ResourceClaim")]
public sealed partial record ResourceClaim
{
    /// <summary>Name of the entry in the Pod's <c>resourceClaims</c>.</summary>
    [Field(1, Required = true)]
    public string Name { get; init; } = "";

    /// <summary>The one request of the claim that is meant; when empty, all of its results.</summary>
    [Field(2)]
    public string? Request { get; init; }
}
