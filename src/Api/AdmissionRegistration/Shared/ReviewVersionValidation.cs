using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Validation;

namespace ActorKube.Api.AdmissionRegistration;

/// <summary>Versions of reviews that a webhook understands, of admission or of conversion; one of them has to be known here.</summary>
internal static class ReviewVersionValidation
{
    private const string Known = "v1, v1beta1";

    public static bool IsKnown(string version) => version is "v1" or "v1beta1";

    /// <param name="required">What is said where there is none.</param>
    public static void Validate(IReadOnlyList<string> versions, bool allowUnknown, FieldPath path, FieldErrors errors, string required = $"must specify one of {Known}")
    {
        if (versions.Count == 0)
        {
            errors.Required(path, required);
            return;
        }

        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (var (i, version) in versions.Index())
        {
            if (seen.Add(version))
            {
                errors.InvalidAll(path.Index(i), version, DnsNames.Label1035(version));
            }
            else
            {
                errors.Invalid(path.Index(i), version, "duplicate version");
            }
        }

        if (!allowUnknown && !versions.Any(IsKnown))
        {
            errors.Invalid(path, GoText.List("string", versions), $"must include at least one of {Known}");
        }
    }
}
