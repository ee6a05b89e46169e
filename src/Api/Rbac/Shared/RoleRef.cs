using ActorKube.Api.Schema;

namespace ActorKube.Api.Rbac;

/// <summary>Refers to the role whose rights a binding gives.</summary>
[ApiType("io.k8s.api.rbac.v1.RoleRef", Atomic = true)]
public sealed partial record RoleRef
{
    /// <summary>API group of the role, always <c>rbac.authorization.k8s.io</c>.</summary>
    [Field(1, Required = true)]
    public string ApiGroup { get; init; } = "";

    /// <summary><c>Role</c> or <c>ClusterRole</c>; a ClusterRoleBinding takes only the latter.</summary>
    [Field(2, Required = true)]
    public string Kind { get; init; } = "";

    /// <summary>Name of the role; while there is no such role, the binding gives nothing.</summary>
    [Field(3, Required = true)]
    public string Name { get; init; } = "";
}
