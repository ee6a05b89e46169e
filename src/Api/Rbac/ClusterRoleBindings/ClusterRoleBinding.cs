using ActorKube.Api.Meta;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Rbac;

/// <summary>Gives users the rights of a ClusterRole in the whole cluster.</summary>
[ApiType("io.k8s.api.rbac.v1.ClusterRoleBinding")]
public sealed partial record ClusterRoleBinding : IApiObject
{
    /// <summary>The kind of this object, <c>ClusterRoleBinding</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? Kind { get; init; }

    /// <summary>API group and version of this object, <c>rbac.authorization.k8s.io/v1</c>; may be left out of a request.</summary>
    [Field(0)]
    public string? ApiVersion { get; init; }

    /// <summary>Name, labels, annotations and bookkeeping of the object; it is cluster-wide and has no namespace.</summary>
    [Field(1)]
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>Users, groups and ServiceAccounts that get the rights.</summary>
    [Field(2, List = ListType.Atomic)]
    public IReadOnlyList<Subject>? Subjects { get; init; }

    /// <summary>ClusterRole that is given. Immutable: delete and recreate the binding to change it.</summary>
    [Field(3, Required = true)]
    public RoleRef RoleRef { get; init; } = new();
}
