using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.PersistentVolumeClaimVolumeSource")]
public sealed partial record PersistentVolumeClaimVolumeSource
{
    [Field(1, Required = true)]
    public string ClaimName { get; init; } = "";

    [Field(2)]
    public bool ReadOnly { get; init; }
}
