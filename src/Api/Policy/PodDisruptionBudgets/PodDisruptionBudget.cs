using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Policy;

/// <summary>Bounds how many Pods of an application evictions may take down at a time.</summary>
[ApiType("io.k8s.api.policy.v1.PodDisruptionBudget")]
public sealed partial record PodDisruptionBudget : IApiObject
{
    /// <summary>The kind of this object, <c>PodDisruptionBudget</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of this object, <c>policy/v1</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Name, namespace, labels, annotations and bookkeeping of the object.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>Pods of the application, and how many must stay up.</summary>
    [Field(2)]
    public PodDisruptionBudgetSpec Spec { get; init; } = new();

    /// <summary>What controllers last observed; written through the <c>status</c> subresource and ignored in ordinary writes.</summary>
    [Field(3)]
    public PodDisruptionBudgetStatus Status { get; init; } = new();
}
