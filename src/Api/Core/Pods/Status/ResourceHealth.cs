using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Health of one device that was allocated to a container.</summary>
[ApiType("io.k8s.api.core.v1.ResourceHealth")]
public sealed partial record ResourceHealth
{
    /// <summary>Identifier of the device, unique on its node.</summary>
    [Field(1, Required = true)]
    public string ResourceID { get; init; } = "";

    /// <summary><c>Healthy</c>, <c>Unhealthy</c> or <c>Unknown</c>; absent acts like unknown.</summary>
    [Field(2)]
    public string? Health { get; init; }
}
