using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Rbac;

[ApiType("io.k8s.api.rbac.v1.ClusterRole")]
public sealed partial record ClusterRole : IApiObject
{
    [Field(0)]
    public string? Kind { get; init; }

    [Field(0)]
    public string? ApiVersion { get; init; }

    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    [Field(2, Always = true, List = ListType.Atomic)]
    public IReadOnlyList<PolicyRule>? Rules { get; init; }

    [Field(3)]
    public AggregationRule? AggregationRule { get; init; }
}
