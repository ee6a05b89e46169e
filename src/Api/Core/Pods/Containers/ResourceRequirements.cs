using ActorKube.Api.Quantities;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Resources that a container or Pod asks for and is limited to.</summary>
[ApiType("io.k8s.api.core.v1.ResourceRequirements")]
public sealed partial record ResourceRequirements
{
    /// <summary>Most that may be used. Above it CPU is throttled and memory use ends in a kill.</summary>
    [Field(1)]
    public IReadOnlyDictionary<string, Quantity>? Limits { get; init; }

    /// <summary>What the scheduler reserves. Defaults to <c>limits</c> where those are set; must not exceed them.</summary>
    [Field(2)]
    public IReadOnlyDictionary<string, Quantity>? Requests { get; init; }

    /// <summary>Entries of the Pod's <c>resourceClaims</c> that the container uses. Immutable; for containers only.</summary>
    [Field(3, List = ListType.Map, Keys = ["name"])]
    public IReadOnlyList<ResourceClaim>? Claims { get; init; }
}
