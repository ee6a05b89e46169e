using ActorKube.Api.Schema;

namespace ActorKube.Api.FlowControl;

/// <summary>Whether a FlowSchema works as it should.</summary>
[ApiType("io.k8s.api.flowcontrol.v1.FlowSchemaStatus")]
public sealed partial record FlowSchemaStatus
{
    /// <summary>Aspects of the schema: <c>Dangling</c> tells whether its level is missing.</summary>
    [Field(1, List = ListType.Map, Keys = ["type"], MergeKey = "type", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<FlowSchemaCondition>? Conditions { get; init; }
}
