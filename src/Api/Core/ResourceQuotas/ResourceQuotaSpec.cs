using ActorKube.Api.Quantities;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.ResourceQuotaSpec")]
public sealed partial record ResourceQuotaSpec
{
    [Field(1)]
    public IReadOnlyDictionary<string, Quantity>? Hard { get; init; }

    [Field(2, List = ListType.Atomic)]
    public IReadOnlyList<string>? Scopes { get; init; }

    [Field(3)]
    public ScopeSelector? ScopeSelector { get; init; }
}
