using ActorKube.Api.Meta;
using ActorKube.Api.Quantities;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Policy;

[ApiType("io.k8s.api.policy.v1.PodDisruptionBudgetSpec")]
public sealed partial record PodDisruptionBudgetSpec
{
    [Field(1)]
    public IntOrString? MinAvailable { get; init; }

    [Field(2, Patch = PatchStrategy.Replace)]
    public LabelSelector? Selector { get; init; }

    [Field(3)]
    public IntOrString? MaxUnavailable { get; init; }

    [Field(4, KeepEmpty = true)]
    public string? UnhealthyPodEvictionPolicy { get; init; }
}
