using ActorKube.Api.Quantities;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.ResourceRequirements")]
public sealed partial record ResourceRequirements
{
    [Field(1)]
    public IReadOnlyDictionary<string, Quantity>? Limits { get; init; }

    [Field(2)]
    public IReadOnlyDictionary<string, Quantity>? Requests { get; init; }

    [Field(3, List = ListType.Map, Keys = ["name"])]
    public IReadOnlyList<ResourceClaim>? Claims { get; init; }
}
