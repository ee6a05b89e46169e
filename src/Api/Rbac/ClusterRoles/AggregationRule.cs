using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Rbac;

[ApiType("io.k8s.api.rbac.v1.AggregationRule")]
public sealed partial record AggregationRule
{
    [Field(1, List = ListType.Atomic)]
    public IReadOnlyList<LabelSelector>? ClusterRoleSelectors { get; init; }
}
