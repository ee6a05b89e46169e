using ActorKube.Api.Schema;

namespace ActorKube.Api.FlowControl;

/// <summary>Refers to the priority level that requests go to.</summary>
[ApiType("io.k8s.api.flowcontrol.v1.PriorityLevelConfigurationReference")]
public sealed partial record PriorityLevelConfigurationReference
{
    /// <summary>Name of the PriorityLevelConfiguration that requests go to; required.</summary>
    [Field(1, Required = true)]
    public string Name { get; init; } = "";
}
