using ActorKube.Api.Meta;
using ActorKube.Api.Quantities;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Policy;

/// <summary>Pods that a budget protects, and to what extent; set one of <c>minAvailable</c> and <c>maxUnavailable</c>.</summary>
[ApiType("io.k8s.api.policy.v1.PodDisruptionBudgetSpec")]
public sealed partial record PodDisruptionBudgetSpec
{
    /// <summary>Pods, as number or percentage, that must be healthy after an eviction; <c>100%</c> forbids every one.</summary>
    [Field(1)]
    public IntOrString? MinAvailable { get; init; }

    /// <summary>Labels of the Pods; <c>{}</c> means all of the namespace, absent none.</summary>
    [Field(2, Patch = PatchStrategy.Replace)]
    public LabelSelector? Selector { get; init; }

    /// <summary>Pods, as number or percentage, that may be missing after an eviction; 0 forbids every one.</summary>
    [Field(3)]
    public IntOrString? MaxUnavailable { get; init; }

    /// <summary>
    /// Eviction of running Pods that aren't ready: <c>IfHealthyBudget</c> (default) only while enough others are healthy, <c>AlwaysAllow</c> at any
    /// time.
    /// </summary>
    [Field(4, KeepEmpty = true, Enum = ["AlwaysAllow", "IfHealthyBudget"])]
    public string? UnhealthyPodEvictionPolicy { get; init; }
}
