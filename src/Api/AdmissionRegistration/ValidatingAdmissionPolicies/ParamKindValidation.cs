using ActorKube.Api.Errors;
using ActorKube.Api.Validation;

namespace ActorKube.Api.AdmissionRegistration;

/// <summary>The kind of a policy's parameters: a group and version, and a name.</summary>
internal static class ParamKindValidation
{
    public static void Validate(ParamKind kind, FieldPath path, FieldErrors errors)
    {
        ValidateVersion(kind.ApiVersion ?? "", path.Child("apiVersion"), errors);
        var name = kind.Kind ?? "";
        if (name.Length == 0)
        {
            errors.Required(path.Child("kind"));
        }
        else if (DnsNames.Label1035(name.ToLowerInvariant()) is { Count: > 0 } reasons)
        {
            errors.Invalid(path.Child("kind"), name, "may have mixed case, but should otherwise match: " + string.Join(',', reasons));
        }
    }

    private static void ValidateVersion(string apiVersion, FieldPath path, FieldErrors errors)
    {
        switch (apiVersion.Split('/'))
        {
            case [""]:
                errors.Required(path);
                break;
            case [var version]:
                Check(version, DnsNames.Label1035, path, errors);
                break;
            case [var group, ""]:
                Check(group, DnsNames.Subdomain, path, errors);
                errors.Invalid(path, apiVersion, "version must be specified");
                break;
            case [var group, var version]:
                Check(group, DnsNames.Subdomain, path, errors);
                Check(version, DnsNames.Label1035, path, errors);
                break;
            default:
                errors.Invalid(path, apiVersion, "unexpected GroupVersion string: " + apiVersion);
                break;
        }
    }

    private static void Check(string value, Func<string, IReadOnlyList<string>> rule, FieldPath path, FieldErrors errors)
    {
        if (value.Length > 0 && rule(value) is { Count: > 0 } reasons)
        {
            errors.Invalid(path, value, string.Join(',', reasons));
        }
    }
}
