using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Validation;

namespace ActorKube.Api.AdmissionRegistration;

/// <summary>Versions of AdmissionReview that a webhook understands; one of them has to be known here.</summary>
internal static class ReviewVersionValidation
{
    private const string Known = "v1, v1beta1";

    public static bool IsKnown(string version) => version is "v1" or "v1beta1";

    public static void Validate(IReadOnlyList<string> versions, bool allowUnknown, FieldPath path, FieldErrors errors)
    {
        if (versions.Count == 0)
        {
            errors.Required(path, $"must specify one of {Known}");
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
