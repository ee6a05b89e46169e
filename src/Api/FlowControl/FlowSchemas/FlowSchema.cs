using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.FlowControl;

[ApiType("io.k8s.api.flowcontrol.v1.FlowSchema")]
public sealed partial record FlowSchema : IApiObject
{
    [Field(0)]
    public string? Kind { get; init; }

    [Field(0)]
    public string? ApiVersion { get; init; }

    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    [Field(2)]
    public FlowSchemaSpec Spec { get; init; } = new();

    [Field(3)]
    public FlowSchemaStatus Status { get; init; } = new();
}
