using ActorKube.Api.Quantities;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Limits of a quota that are in force, and how much of them is used.</summary>
[ApiType("io.k8s.api.core.v1.ResourceQuotaStatus")]
public sealed partial record ResourceQuotaStatus
{
    /// <summary>Limits in force; they follow the spec after a moment.</summary>
    [Field(1)]
    public IReadOnlyDictionary<string, Quantity>? Hard { get; init; }

    /// <summary>What the counted objects use now, per resource.</summary>
    [Field(2)]
    public IReadOnlyDictionary<string, Quantity>? Used { get; init; }
}
