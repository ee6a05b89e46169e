using ActorKube.Api.Schema;

namespace ActorKube.Api.Discovery;

/// <summary>Zone whose clients should use an endpoint.</summary>
[ApiType("io.k8s.api.discovery.v1.ForZone")]
public sealed partial record ForZone
{
    /// <summary>Name of the zone, as in the label <c>topology.kubernetes.io/zone</c>.</summary>
    [Field(1, Required = true)]
    public string Name { get; init; } = "";
}
