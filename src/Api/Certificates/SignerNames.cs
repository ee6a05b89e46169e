using ActorKube.Api.Errors;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Certificates;

/// <summary>Names of signers: a domain, a slash and a name, such as <c>kubernetes.io/kubelet-serving</c>.</summary>
internal static class SignerNames
{
    private const int MaxLength = DnsNames.MaxSubdomainLength + 1 + DnsNames.MaxSubdomainLength + 1 + DnsNames.MaxLabelLength;

    public static void Validate(string name, FieldPath path, FieldErrors errors)
    {
        if (name.Length == 0)
        {
            errors.Required(path);
            return;
        }

        if (name.Split('/') is not [var domain, var signer])
        {
            errors.Invalid(path, name, "must be a fully qualified domain and path of the form 'example.com/signer-name'");
            return;
        }

        if (domain.Length > DnsNames.MaxSubdomainLength)
        {
            errors.TooLong(path, DnsNames.MaxSubdomainLength);
        }

        ValidateParts(domain, DnsNames.Label, path, errors);
        if (!domain.Contains('.', StringComparison.Ordinal))
        {
            errors.Invalid(path, domain, "should be a domain with at least two segments separated by dots");
        }

        ValidateParts(signer, DnsNames.Subdomain, path, errors);
        if (name.Length > MaxLength)
        {
            errors.TooLong(path, MaxLength);
        }
    }

    /// <summary>The first part between dots that is wrong.</summary>
    private static void ValidateParts(string value, Func<string, IReadOnlyList<string>> rule, FieldPath path, FieldErrors errors)
    {
        if (value.Split('.').FirstOrDefault(p => rule(p).Count > 0) is { } part)
        {
            foreach (var reason in rule(part))
            {
                errors.Invalid(path, value, $"validating label \"{part}\": {reason}");
            }
        }
    }
}
