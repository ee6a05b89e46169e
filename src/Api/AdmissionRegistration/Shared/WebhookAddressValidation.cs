using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Validation;

namespace ActorKube.Api.AdmissionRegistration;

/// <summary>Where a webhook is called: a URL or a service. Admission and the conversion of custom resources share it.</summary>
internal static class WebhookAddressValidation
{
    private const string Form = "; desired format: https://host[/path]";

    public static void ValidateUrl(string text, FieldPath path, FieldErrors errors)
    {
        if (!WebhookUrl.TryParse(text, out var url, out var error))
        {
            errors.Required(path, $"url must be a valid URL: {error}{Form}");
            return;
        }

        if (url.Scheme != "https")
        {
            errors.Invalid(path, url.Scheme, "'https' is the only allowed URL scheme" + Form);
        }

        if (url.Host.Length == 0)
        {
            errors.Invalid(path, url.Host, "host must be specified" + Form);
        }

        if (url.User is not null)
        {
            errors.Invalid(path, url.User, "user information is not permitted in the URL");
        }

        if (url.Fragment.Length > 0)
        {
            errors.Invalid(path, url.Fragment, "fragments are not permitted in the URL");
        }

        if (url.Query.Length > 0)
        {
            errors.Invalid(path, url.Query, "query parameters are not permitted in the URL");
        }
    }

    public static void ValidateService(string space, string name, string? servicePath, int port, FieldPath path, FieldErrors errors)
    {
        // Kubernetes takes the two for each other: a missing namespace is reported at the name.
        if (space.Length == 0)
        {
            errors.Required(path.Child("name"), "service name is required");
        }

        if (name.Length == 0)
        {
            errors.Required(path.Child("namespace"), "service namespace is required");
        }

        if (Ports.Number(port) is { Count: > 0 } reasons)
        {
            errors.Invalid(path.Child("port"), port, "port is not valid: " + string.Join(", ", reasons));
        }

        if (servicePath is not (null or "" or "/"))
        {
            ValidatePath(servicePath, path.Child("path"), errors);
        }
    }

    private static void ValidatePath(string value, FieldPath path, FieldErrors errors)
    {
        if (value == "//")
        {
            errors.Invalid(path, value, "segment[0] may not be empty");
            return;
        }

        if (!value.StartsWith('/'))
        {
            errors.Invalid(path, value, "must start with a '/'");
        }

        // The first character is taken for the slash, whatever it is.
        var rest = value[1..];
        foreach (var (i, segment) in (rest.EndsWith('/') ? rest[..^1] : rest).Split('/').Index())
        {
            if (segment.Length == 0)
            {
                errors.Invalid(path, value, $"segment[{i}] may not be empty");
                continue;
            }

            errors.InvalidAll(path, value, [.. DnsNames.Subdomain(segment).Select(reason => $"segment[{i}]: {reason}")]);
        }
    }
}
