using ActorKube.Api.Errors;
using ActorKube.Api.Kinds;

namespace ActorKube.Api.Rbac;

internal static class ClusterRoleBindingKind
{
    public static readonly Kind<ClusterRoleBinding> Kind = new()
    {
        Group = RbacNames.Group,
        Version = "v1",
        Name = "ClusterRoleBinding",
        Plural = "clusterrolebindings",
        Namespaced = false,
        CreateOnUpdate = true,
        NameRule = RbacNames.Rule,
        OnDefault = static binding => binding with
        {
            RoleRef = BindingDefaults.Apply(binding.RoleRef),
            Subjects = BindingDefaults.Apply(binding.Subjects),
        },
        OnValidate = Validate,
        OnValidateUpdate = ValidateUpdate,
        TableColumns = BindingColumns.Of<ClusterRoleBinding>(static b => b.RoleRef, static b => b.Subjects),
    };

    private static void Validate(ClusterRoleBinding binding, FieldErrors errors)
    {
        BindingValidation.ValidateRoleRef(binding.RoleRef, ["ClusterRole"], errors);
        BindingValidation.ValidateSubjects(binding.Subjects, namespaced: false, errors);
    }

    /// <summary>Kubernetes checks an update twice; clients see each cause twice.</summary>
    private static void ValidateUpdate(ClusterRoleBinding next, ClusterRoleBinding previous, FieldErrors errors)
    {
        Validate(next, errors);
        Validate(next, errors);
        BindingValidation.ValidateSameRole(next.RoleRef, previous.RoleRef, errors);
    }
}
