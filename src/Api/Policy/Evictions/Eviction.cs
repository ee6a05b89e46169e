using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Policy;

/// <summary>
/// Asks politely to end a Pod, through its <c>eviction</c> subresource; refused with <c>429</c> while a PodDisruptionBudget forbids it.
/// </summary>
[ApiType("io.k8s.api.policy.v1.Eviction")]
public sealed partial record Eviction : IApiObject
{
    /// <summary>The kind of this object, <c>Eviction</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of this object, <c>policy/v1</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Name and namespace of the Pod that is to be evicted.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>Options for the deletion, such as the grace period.</summary>
    [Field(2)]
    public DeleteOptions? DeleteOptions { get; init; }
}
