using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Claim that is made for a Pod, from this template.</summary>
[ApiType("io.k8s.api.core.v1.PersistentVolumeClaimTemplate")]
public sealed partial record PersistentVolumeClaimTemplate
{
    /// <summary>Labels and annotations copied to the claim; no other metadata is allowed.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>Spec that the claim is made with, taken over unchanged.</summary>
    [Field(2, Required = true)]
    public PersistentVolumeClaimSpec Spec { get; init; } = new();
}
