using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Authorization;

[ApiType("io.k8s.api.authorization.v1.FieldSelectorAttributes")]
public sealed partial record FieldSelectorAttributes
{
    [Field(1)]
    public string? RawSelector { get; init; }

    [Field(2, List = ListType.Atomic)]
    public IReadOnlyList<FieldSelectorRequirement>? Requirements { get; init; }
}
