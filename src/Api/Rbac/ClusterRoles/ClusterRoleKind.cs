using ActorKube.Api.Kinds;

namespace ActorKube.Api.Rbac;

internal static class ClusterRoleKind
{
    public static readonly Kind<ClusterRole> Kind = new()
    {
        Group = RbacNames.Group,
        Version = "v1",
        Name = "ClusterRole",
        Plural = "clusterroles",
        Namespaced = false,
        CreateOnUpdate = true,
        NameRule = RbacNames.Rule,
        // No rules are null, not an empty list.
        OnValidate = static (role, errors) => ClusterRoleValidation.Validate(role, errors, allowInvalidValues: false),
        OnValidateUpdate = ClusterRoleValidation.ValidateUpdate,
        TableColumns = CreatedAtTable.Of<ClusterRole>(),
    };
}
