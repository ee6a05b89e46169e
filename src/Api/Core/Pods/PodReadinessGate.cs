using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Condition, set by something outside the Pod, that its readiness also depends on.</summary>
[ApiType("io.k8s.api.core.v1.PodReadinessGate")]
public sealed partial record PodReadinessGate
{
    /// <summary>Type of the condition in <c>status.conditions</c> that must be <c>True</c>; one that isn't there counts as <c>False</c>.</summary>
    [Field(1, Required = true)]
    public string ConditionType { get; init; } = "";
}
