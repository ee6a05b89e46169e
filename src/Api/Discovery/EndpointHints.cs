using ActorKube.Api.Schema;

namespace ActorKube.Api.Discovery;

/// <summary>Clients that should use an endpoint, to keep traffic near.</summary>
[ApiType("io.k8s.api.discovery.v1.EndpointHints")]
public sealed partial record EndpointHints
{
    /// <summary>Zones whose clients should use it, 8 at most.</summary>
    [Field(1, List = ListType.Atomic)]
    public IReadOnlyList<ForZone>? ForZones { get; init; }
}
