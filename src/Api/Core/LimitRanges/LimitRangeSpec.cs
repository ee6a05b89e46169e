using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

[ApiType("io.k8s.api.core.v1.LimitRangeSpec")]
public sealed partial record LimitRangeSpec
{
    [Field(1, Required = true, Always = true, List = ListType.Atomic)]
    public IReadOnlyList<LimitRangeItem>? Limits { get; init; }
}
