using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Policy;

[ApiType("io.k8s.api.policy.v1.PodDisruptionBudget")]
public sealed partial record PodDisruptionBudget : IApiObject
{
    [Field(0)]
    public string? Kind { get; init; }

    [Field(0)]
    public string? ApiVersion { get; init; }

    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    [Field(2)]
    public PodDisruptionBudgetSpec Spec { get; init; } = new();

    [Field(3)]
    public PodDisruptionBudgetStatus Status { get; init; } = new();
}
