using ActorKube.Api.Errors;
using ActorKube.Api.Kinds;

namespace ActorKube.Api.Rbac;

internal static class RoleKind
{
    public static readonly Kind<Role> Kind = new()
    {
        Group = RbacNames.Group,
        Version = "v1",
        Name = "Role",
        Plural = "roles",
        CreateOnUpdate = true,
        NameRule = RbacNames.Rule,
        // No rules are null, not an empty list.
        OnValidate = Validate,
        OnValidateUpdate = ValidateUpdate,
        TableColumns = CreatedAtTable.Of<Role>(),
    };

    private static void Validate(Role role, FieldErrors errors) => PolicyRuleValidation.Validate(role.Rules, namespaced: true, errors);

    /// <summary>Kubernetes checks an update twice; clients see each cause twice.</summary>
    private static void ValidateUpdate(Role next, Role previous, FieldErrors errors)
    {
        Validate(next, errors);
        Validate(next, errors);
    }
}
