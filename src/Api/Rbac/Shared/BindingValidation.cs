using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Rbac;

/// <summary>What both kinds of bindings have: a role, which never changes, and subjects.</summary>
internal static class BindingValidation
{
    private static readonly FieldPath RoleRefPath = FieldPath.Of("roleRef");

    public static void ValidateRoleRef(RoleRef role, IReadOnlyList<string> kinds, FieldErrors errors)
    {
        if (role.ApiGroup != RbacNames.Group)
        {
            errors.NotSupported(RoleRefPath.Child("apiGroup"), role.ApiGroup, [RbacNames.Group]);
        }

        if (!kinds.Contains(role.Kind))
        {
            errors.NotSupported(RoleRefPath.Child("kind"), role.Kind, kinds);
        }

        if (role.Name.Length == 0)
        {
            errors.Required(RoleRefPath.Child("name"));
        }
        else
        {
            errors.InvalidAll(RoleRefPath.Child("name"), role.Name, Identifiers.PathSegment(role.Name));
        }
    }

    public static void ValidateSameRole(RoleRef next, RoleRef previous, FieldErrors errors)
    {
        if (next != previous)
        {
            var text = $"rbac.RoleRef{{APIGroup:{GoText.Quote(next.ApiGroup)}, Kind:{GoText.Quote(next.Kind)}, Name:{GoText.Quote(next.Name)}}}";
            errors.Invalid(RoleRefPath, new GoText(text), "cannot change roleRef");
        }
    }

    public static void ValidateSubjects(IReadOnlyList<Subject>? subjects, bool namespaced, FieldErrors errors)
    {
        foreach (var (i, subject) in (subjects ?? []).Index())
        {
            ValidateSubject(subject, namespaced, FieldPath.Of("subjects").Index(i), errors);
        }
    }

    private static void ValidateSubject(Subject subject, bool namespaced, FieldPath path, FieldErrors errors)
    {
        if (subject.Name.Length == 0)
        {
            errors.Required(path.Child("name"));
        }

        switch (subject.Kind)
        {
            case "ServiceAccount":
                ValidateServiceAccount(subject, namespaced, path, errors);
                break;
            case "User" or "Group":
                if (subject.ApiGroup != RbacNames.Group)
                {
                    errors.NotSupported(path.Child("apiGroup"), subject.ApiGroup ?? "", [RbacNames.Group]);
                }

                break;
            default:
                errors.NotSupported(path.Child("kind"), subject.Kind, ["ServiceAccount", "User", "Group"]);
                break;
        }
    }

    private static void ValidateServiceAccount(Subject subject, bool namespaced, FieldPath path, FieldErrors errors)
    {
        if (subject.Name.Length > 0)
        {
            errors.InvalidAll(path.Child("name"), subject.Name, DnsNames.Subdomain(subject.Name));
        }

        if (subject.ApiGroup is { } group)
        {
            errors.NotSupported(path.Child("apiGroup"), group, [""]);
        }

        if (!namespaced && subject.Namespace is null)
        {
            errors.Required(path.Child("namespace"));
        }
    }
}
