using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Validation;

namespace ActorKube.Api.FlowControl;

/// <summary>Who makes the requests: a subject has exactly the field that its kind names.</summary>
internal static class FlowSubjectValidation
{
    public static void Validate(Subject subject, FieldPath path, FieldErrors errors)
    {
        switch (subject.Kind)
        {
            case "ServiceAccount":
                ValidateServiceAccount(subject.ServiceAccount, path.Child("serviceAccount"), errors);
                break;
            case "User":
                ValidateName(subject.User?.Name, "user is required when subject kind is 'User'", path.Child("user"), errors);
                break;
            case "Group":
                ValidateName(subject.Group?.Name, "group is required when subject kind is 'Group'", path.Child("group"), errors);
                break;
            default:
                errors.NotSupported(path.Child("kind"), subject.Kind, ["Group", "ServiceAccount", "User"]);
                return;
        }

        ForbidOther(subject.ServiceAccount, "serviceAccount", "ServiceAccount", subject.Kind, path, errors);
        ForbidOther(subject.User, "user", "User", subject.Kind, path, errors);
        ForbidOther(subject.Group, "group", "Group", subject.Kind, path, errors);
    }

    private static void ForbidOther(object? value, string name, string kind, string actual, FieldPath path, FieldErrors errors)
    {
        if (value is not null && kind != actual)
        {
            errors.Forbidden(path.Child(name), $"{name} is forbidden when subject kind is not '{kind}'");
        }
    }

    private static void ValidateName(string? name, string required, FieldPath path, FieldErrors errors)
    {
        if (name is null)
        {
            errors.Required(path, required);
        }
        else if (name.Length == 0)
        {
            errors.Required(path.Child("name"));
        }
    }

    private static void ValidateServiceAccount(ServiceAccountSubject? account, FieldPath path, FieldErrors errors)
    {
        if (account is null)
        {
            errors.Required(path, "serviceAccount is required when subject kind is 'ServiceAccount'");
            return;
        }

        if (account.Name.Length == 0)
        {
            errors.Required(path.Child("name"));
        }
        else if (account.Name != "*")
        {
            errors.InvalidAll(path.Child("name"), account.Name, DnsNames.Subdomain(account.Name));
        }

        if (account.Namespace.Length == 0)
        {
            errors.Required(path.Child("namespace"), "must specify namespace for service account");
        }
        else
        {
            errors.InvalidAll(path.Child("namespace"), account.Namespace, DnsNames.Label(account.Namespace));
        }
    }
}
