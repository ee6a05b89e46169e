using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Networking;

/// <summary>References to an object of any kind.</summary>
internal static class TypedReferenceValidation
{
    public static void Validate(string? apiGroup, string kind, string name, FieldPath path, FieldErrors errors)
    {
        if (apiGroup is not null)
        {
            errors.InvalidAll(path.Child("apiGroup"), apiGroup, DnsNames.Subdomain(apiGroup));
        }

        ValidateSegment(kind, path.Child("kind"), "kind is required", errors);
        ValidateSegment(name, path.Child("name"), "name is required", errors);
    }

    private static void ValidateSegment(string value, FieldPath path, string required, FieldErrors errors)
    {
        if (value.Length == 0)
        {
            errors.Required(path, required);
        }
        else
        {
            errors.InvalidAll(path, value, Identifiers.PathSegment(value));
        }
    }
}
