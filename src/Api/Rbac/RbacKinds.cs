using ActorKube.Api.Kinds;

namespace ActorKube.Api.Rbac;

/// <summary>The kinds of rbac.authorization.k8s.io.</summary>
public static class RbacKinds
{
    public static IReadOnlyList<Kind> All { get; } = [ClusterRoleBindingKind.Kind, ClusterRoleKind.Kind, RoleBindingKind.Kind, RoleKind.Kind];
}
