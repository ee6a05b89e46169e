using ActorKube.Api.Schema;

namespace ActorKube.Api.Core;

/// <summary>Defaults and bounds for things made in the namespace.</summary>
[ApiType("io.k8s.api.core.v1.LimitRangeSpec")]
public sealed partial record LimitRangeSpec
{
    /// <summary>Entries by type of thing; when several name a resource, each one must be met.</summary>
    [Field(1, Required = true, Always = true, List = ListType.Atomic)]
    public IReadOnlyList<LimitRangeItem>? Limits { get; init; }
}
