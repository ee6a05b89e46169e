using ActorKube.Api.Quantities;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.ResourceQuotaStatus")]
public sealed partial record ResourceQuotaStatus
{
    [Field(1)]
    public IReadOnlyDictionary<string, Quantity>? Hard { get; init; }

    [Field(2)]
    public IReadOnlyDictionary<string, Quantity>? Used { get; init; }
}
