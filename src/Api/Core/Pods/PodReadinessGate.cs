using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.PodReadinessGate")]
public sealed partial record PodReadinessGate
{
    [Field(1, Required = true)]
    public string ConditionType { get; init; } = "";
}
