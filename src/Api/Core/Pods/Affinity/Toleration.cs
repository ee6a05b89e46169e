using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Lets a Pod be placed on, and stay on, nodes with a matching taint.</summary>
[ApiType("io.k8s.api.core.v1.Toleration")]
public sealed partial record Toleration
{
    /// <summary>Key of the taint; empty matches every key and needs <c>operator: Exists</c>.</summary>
    [Field(1)]
    public string? Key { get; init; }

    /// <summary><c>Equal</c> (default) compares the value, <c>Exists</c> accepts any.</summary>
    [Field(2, Enum = ["Equal", "Exists"])]
    public string? Operator { get; init; }

    /// <summary>Value of the taint; must be empty with <c>Exists</c>.</summary>
    [Field(3)]
    public string? Value { get; init; }

    /// <summary><c>NoSchedule</c>, <c>PreferNoSchedule</c> or <c>NoExecute</c>; empty matches all effects.</summary>
    [Field(4, Enum = ["NoExecute", "NoSchedule", "PreferNoSchedule"])]
    public string? Effect { get; init; }

    /// <summary>For <c>NoExecute</c>, seconds the Pod may stay once the taint is there; 0 or less evicts at once, absent means forever.</summary>
    [Field(5)]
    public long? TolerationSeconds { get; init; }
}
