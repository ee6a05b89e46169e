using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.PodResourceClaimStatus")]
public sealed partial record PodResourceClaimStatus
{
    [Field(1, Required = true)]
    public string Name { get; init; } = "";

    [Field(2, KeepEmpty = true)]
    public string? ResourceClaimName { get; init; }
}
