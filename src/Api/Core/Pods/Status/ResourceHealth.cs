using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.ResourceHealth")]
public sealed partial record ResourceHealth
{
    [Field(1, Required = true)]
    public string ResourceID { get; init; } = "";

    [Field(2)]
    public string? Health { get; init; }
}
