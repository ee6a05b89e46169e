using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Rbac;

/// <summary>How the rules of a ClusterRole are put together from others.</summary>
[ApiType("io.k8s.api.rbac.v1.AggregationRule")]
public sealed partial record AggregationRule
{
    /// <summary>Labels of ClusterRoles; the rules of all that match any are joined.</summary>
    [Field(1, List = ListType.Atomic)]
    public IReadOnlyList<LabelSelector>? ClusterRoleSelectors { get; init; }
}
