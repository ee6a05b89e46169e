using ActorKube.Api.Schema;

namespace ActorKube.Api.Discovery;

[ApiType("io.k8s.api.discovery.v1.ForZone")]
public sealed partial record ForZone
{
    [Field(1, Required = true)]
    public string Name { get; init; } = "";
}
