using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Whether a namespace is in use or being removed.</summary>
[ApiType("io.k8s.api.core.v1.NamespaceStatus")]
public sealed partial record NamespaceStatus
{
    /// <summary><c>Active</c>, or <c>Terminating</c> while its content is being deleted; nothing can be created then.</summary>
    [Field(1, Enum = ["Active", "Terminating"])]
    public string? Phase { get; init; }

    /// <summary>Obstacles that hold up the removal; only while <c>Terminating</c>.</summary>
    [Field(2, List = ListType.Map, Keys = ["type"], MergeKey = "type", Patch = PatchStrategy.Merge)]
    public IReadOnlyList<NamespaceCondition>? Conditions { get; init; }
}
