using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.PodResourceClaim")]
public sealed partial record PodResourceClaim
{
    [Field(1, Required = true)]
    public string Name { get; init; } = "";

    [Field(3, KeepEmpty = true)]
    public string? ResourceClaimName { get; init; }

    [Field(4, KeepEmpty = true)]
    public string? ResourceClaimTemplateName { get; init; }
}
