using ActorKube.Api.Errors;

namespace ActorKube.Api.Networking;

/// <summary>The paths of a rule: normalised where the type says how they match, free where the controller decides.</summary>
internal static class IngressPathValidation
{
    private static readonly string[] InvalidSequences = ["//", "/./", "/../", "%2f", "%2F"];
    private static readonly string[] InvalidSuffixes = ["/..", "/."];

    public static void Validate(HTTPIngressRuleValue? http, FieldPath path, FieldErrors errors)
    {
        if (http is null)
        {
            return;
        }

        if (http.Paths is not { Count: > 0 })
        {
            errors.Required(path.Child("paths"));
        }

        foreach (var (i, item) in (http.Paths ?? []).Index())
        {
            Validate(item, path.Child("paths").Index(i), errors);
        }
    }

    private static void Validate(HTTPIngressPath item, FieldPath path, FieldErrors errors)
    {
        var value = item.Path ?? "";
        switch (item.PathType)
        {
            case null:
                errors.Required(path.Child("pathType"), "pathType must be specified");
                return;
            case "Exact" or "Prefix":
                ValidateAbsolute(value, path.Child("path"), errors);
                ValidateNormalised(value, path.Child("path"), errors);
                break;
            case "ImplementationSpecific":
                if (value.Length > 0)
                {
                    ValidateAbsolute(value, path.Child("path"), errors);
                }

                break;
            default:
                errors.NotSupported(path.Child("pathType"), item.PathType, ["Exact", "ImplementationSpecific", "Prefix"]);
                break;
        }

        IngressBackendValidation.Validate(item.Backend, path.Child("backend"), errors);
    }

    private static void ValidateAbsolute(string value, FieldPath path, FieldErrors errors)
    {
        if (!value.StartsWith('/'))
        {
            errors.Invalid(path, value, "must be an absolute path");
        }
    }

    private static void ValidateNormalised(string value, FieldPath path, FieldErrors errors)
    {
        foreach (var sequence in InvalidSequences.Where(s => value.Contains(s, StringComparison.Ordinal)))
        {
            errors.Invalid(path, value, $"must not contain '{sequence}'");
        }

        foreach (var suffix in InvalidSuffixes.Where(s => value.EndsWith(s, StringComparison.Ordinal)))
        {
            errors.Invalid(path, value, $"cannot end with '{suffix}'");
        }
    }
}
