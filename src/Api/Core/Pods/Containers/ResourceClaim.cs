using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.ResourceClaim")]
public sealed partial record ResourceClaim
{
    [Field(1, Required = true)]
    public string Name { get; init; } = "";

    [Field(2)]
    public string? Request { get; init; }
}
