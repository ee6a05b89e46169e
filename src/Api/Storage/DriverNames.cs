using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Storage;

internal static class DriverNames
{
    private const int MaxLength = 63;

    /// <summary>A domain name of at most 63 characters; capitals are tolerated.</summary>
    public static void Validate(string name, FieldPath path, FieldErrors errors)
    {
        if (name.Length == 0)
        {
            errors.Required(path);
        }

        if (name.Length > MaxLength)
        {
            errors.TooLong(path, MaxLength);
        }

        errors.InvalidAll(path, name, DnsNames.Subdomain(name.ToLowerInvariant()));
    }
}
