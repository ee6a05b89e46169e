using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>ResourceClaim that a Pod uses, under a name that its containers refer to. Exactly one of the two sources must be set.</summary>
[ApiType("io.k8s.api.core.v1.PodResourceClaim")]
public sealed partial record PodResourceClaim
{
    /// <summary>Name by which containers refer to the claim in <c>resources.claims</c>; unique in the Pod.</summary>
    [Field(1, Required = true)]
    public string Name { get; init; } = "";

    /// <summary>Existing ResourceClaim in the Pod's namespace, shared by all Pods that name it.</summary>
    [Field(3, KeepEmpty = true)]
    public string? ResourceClaimName { get; init; }

    /// <summary>ResourceClaimTemplate in the Pod's namespace, from which a claim is made that lives and dies with the Pod. Immutable.</summary>
    [Field(4, KeepEmpty = true)]
    public string? ResourceClaimTemplateName { get; init; }
}
