using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Policy;

[ApiType("io.k8s.api.policy.v1.PodDisruptionBudgetStatus")]
public sealed partial record PodDisruptionBudgetStatus
{
    [Field(1)]
    public long ObservedGeneration { get; init; }

    [Field(2)]
    public IReadOnlyDictionary<string, DateTimeOffset>? DisruptedPods { get; init; }

    [Field(3, Required = true, Always = true)]
    public int DisruptionsAllowed { get; init; }

    [Field(4, Required = true, Always = true)]
    public int CurrentHealthy { get; init; }

    [Field(5, Required = true, Always = true)]
    public int DesiredHealthy { get; init; }

    [Field(6, Required = true, Always = true)]
    public int ExpectedPods { get; init; }

    [Field(7, List = ListType.Map, Keys = ["type"], MergeKey = "type", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<Condition>? Conditions { get; init; }
}
