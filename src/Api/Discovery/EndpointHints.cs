using ActorKube.Api.Schema;

namespace ActorKube.Api.Discovery;

[ApiType("io.k8s.api.discovery.v1.EndpointHints")]
public sealed partial record EndpointHints
{
    [Field(1, List = ListType.Atomic)]
    public IReadOnlyList<ForZone>? ForZones { get; init; }
}
