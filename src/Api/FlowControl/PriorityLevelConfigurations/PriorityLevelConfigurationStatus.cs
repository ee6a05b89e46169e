using ActorKube.Api.Schema;

namespace ActorKube.Api.FlowControl;

/// <summary>State of a priority level, as far as controllers report any.</summary>
[ApiType("io.k8s.api.flowcontrol.v1.PriorityLevelConfigurationStatus")]
public sealed partial record PriorityLevelConfigurationStatus
{
    /// <summary>Aspects of the level, one entry per type; usually empty.</summary>
    [Field(1, List = ListType.Map, Keys = ["type"], MergeKey = "type", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<PriorityLevelConfigurationCondition>? Conditions { get; init; }
}
