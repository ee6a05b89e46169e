using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Rbac;

/// <summary>Set of rights, for the whole cluster or, through a RoleBinding, for a namespace.</summary>
[ApiType("io.k8s.api.rbac.v1.ClusterRole")]
public sealed partial record ClusterRole : IApiObject
{
    /// <summary>The kind of this object, <c>ClusterRole</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of this object, <c>rbac.authorization.k8s.io/v1</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Name, labels, annotations and bookkeeping of the object; it is cluster-wide and has no namespace.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>The rights. Managed by the controller when <c>aggregationRule</c> is set.</summary>
    [Field(2, Always = true, List = ListType.Atomic)]
    public IReadOnlyList<PolicyRule>? Rules { get; init; }

    /// <summary>ClusterRoles to take the rules from; what is written in <c>rules</c> is overwritten.</summary>
    [Field(3)]
    public AggregationRule? AggregationRule { get; init; }
}
