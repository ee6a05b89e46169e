using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.FlowControl;

[ApiType("io.k8s.api.flowcontrol.v1.PriorityLevelConfiguration")]
public sealed partial record PriorityLevelConfiguration : IApiObject
{
    [Field(0)]
    public string? Kind { get; init; }

    [Field(0)]
    public string? ApiVersion { get; init; }

    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    [Field(2)]
    public PriorityLevelConfigurationSpec Spec { get; init; } = new();

    [Field(3)]
    public PriorityLevelConfigurationStatus Status { get; init; } = new();
}
