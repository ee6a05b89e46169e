using ActorKube.Api.Errors;
using ActorKube.Api.Kinds;

namespace ActorKube.Api.Rbac;

internal static class RoleBindingKind
{
    public static readonly Kind<RoleBinding> Kind = new()
    {
        Group = RbacNames.Group,
        Version = "v1",
        Name = "RoleBinding",
        Plural = "rolebindings",
        CreateOnUpdate = true,
        NameRule = RbacNames.Rule,
        OnDefault = static binding => binding with
        {
            RoleRef = BindingDefaults.Apply(binding.RoleRef),
            Subjects = BindingDefaults.Apply(binding.Subjects),
        },
        OnValidate = Validate,
        OnValidateUpdate = ValidateUpdate,
        TableColumns = BindingColumns.Of<RoleBinding>(static b => b.RoleRef, static b => b.Subjects),
    };

    private static void Validate(RoleBinding binding, FieldErrors errors)
    {
        BindingValidation.ValidateRoleRef(binding.RoleRef, ["Role", "ClusterRole"], errors);
        BindingValidation.ValidateSubjects(binding.Subjects, namespaced: true, errors);
    }

    /// <summary>Kubernetes checks an update twice; clients see each cause twice.</summary>
    private static void ValidateUpdate(RoleBinding next, RoleBinding previous, FieldErrors errors)
    {
        Validate(next, errors);
        Validate(next, errors);
        BindingValidation.ValidateSameRole(next.RoleRef, previous.RoleRef, errors);
    }
}
