using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Policy;

/// <summary>How many evictions a budget has room for.</summary>
[ApiType("io.k8s.api.policy.v1.PodDisruptionBudgetStatus")]
public sealed partial record PodDisruptionBudgetStatus
{
    /// <summary>The <c>metadata.generation</c> last handled; evictions are refused while it lags.</summary>
    [Field(1)]
    public long ObservedGeneration { get; init; }

    /// <summary>Pods whose eviction was granted but that aren't seen ending yet, with the time; dropped after 2 minutes.</summary>
    [Field(2)]
    public IReadOnlyDictionary<string, DateTimeOffset>? DisruptedPods { get; init; }

    /// <summary>Evictions that may be granted now; 0 refuses each one.</summary>
    [Field(3, Required = true, Always = true)]
    public int DisruptionsAllowed { get; init; }

    /// <summary>Pods of the application whose <c>Ready</c> condition is <c>True</c>.</summary>
    [Field(4, Required = true, Always = true)]
    public int CurrentHealthy { get; init; }

    /// <summary>Ready Pods that must be kept, computed from the spec.</summary>
    [Field(5, Required = true, Always = true)]
    public int DesiredHealthy { get; init; }

    /// <summary>Pods that count, as given by their controllers' replicas.</summary>
    [Field(6, Required = true, Always = true)]
    public int ExpectedPods { get; init; }

    /// <summary><c>DisruptionAllowed</c> with a reason: <c>SufficientPods</c>, <c>InsufficientPods</c> or <c>SyncFailed</c>.</summary>
    [Field(7, List = ListType.Map, Keys = ["type"], MergeKey = "type", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<Condition>? Conditions { get; init; }
}
