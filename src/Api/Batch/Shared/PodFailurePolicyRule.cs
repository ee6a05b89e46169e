using ActorKube.Api.Schema;

namespace ActorKube.Api.Batch;

/// <summary>What to do with a failed Pod that a test matches. Exactly one of the tests must be set.</summary>
[ApiType("io.k8s.api.batch.v1.PodFailurePolicyRule")]
public sealed partial record PodFailurePolicyRule
{
    /// <summary>
    /// <c>FailJob</c>, <c>FailIndex</c> (with <c>backoffLimitPerIndex</c>), <c>Ignore</c> (don't count, replace) or <c>Count</c>, the usual
    /// treatment.
    /// </summary>
    [Field(1, Required = true, Enum = ["Count", "FailIndex", "FailJob", "Ignore"])]
    public string Action { get; init; } = "";

    /// <summary>Test of the exit codes of the Pod's containers.</summary>
    [Field(2)]
    public PodFailurePolicyOnExitCodesRequirement? OnExitCodes { get; init; }

    /// <summary>Conditions, at most 20, of which one must match.</summary>
    [Field(3, List = ListType.Atomic)]
    public IReadOnlyList<PodFailurePolicyOnPodConditionsPattern>? OnPodConditions { get; init; }
}
