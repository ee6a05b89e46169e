using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Health of what was allocated for one resource.</summary>
[ApiType("io.k8s.api.core.v1.ResourceStatus")]
public sealed partial record ResourceStatus
{
    /// <summary>Resource, such as <c>example.com/gpu</c>, or <c>claim:&lt;name&gt;/&lt;request&gt;</c> for a claim.</summary>
    [Field(1, Required = true)]
    public string Name { get; init; } = "";

    /// <summary>Devices and their health, one entry per device.</summary>
    [Field(2, List = ListType.Map, Keys = ["resourceID"])]
    public IReadOnlyList<ResourceHealth>? Resources { get; init; }
}
