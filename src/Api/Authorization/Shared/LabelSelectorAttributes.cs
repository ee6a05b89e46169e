using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Authorization;

[ApiType("io.k8s.api.authorization.v1.LabelSelectorAttributes")]
public sealed partial record LabelSelectorAttributes
{
    [Field(1)]
    public string? RawSelector { get; init; }

    [Field(2, List = ListType.Atomic)]
    public IReadOnlyList<LabelSelectorRequirement>? Requirements { get; init; }
}
