using ActorKube.Api.Errors;

namespace ActorKube.Api.Authentication;

/// <summary>Defaults and checks of a service account's <c>/token</c>.</summary>
public static class TokenRequestRules
{
    /// <summary>Seconds that a token lasts if the request doesn't say.</summary>
    public const long DefaultExpirationSeconds = 3600;

    private const long MinExpirationSeconds = 600;
    private const long MaxExpirationSeconds = 1L << 32;

    public static TokenRequest Default(TokenRequest request) =>
        request with { Spec = request.Spec with { ExpirationSeconds = request.Spec.ExpirationSeconds ?? DefaultExpirationSeconds } };

    /// <summary>The request has to be about the account of its path, where it names one.</summary>
    public static void ValidateTarget(TokenRequest request, string serviceAccount, string space, FieldErrors errors)
    {
        var metadata = FieldPath.Of("metadata");
        if (request.Metadata.Name is { } name && name != serviceAccount)
        {
            errors.Invalid(metadata.Child("name"), name, "must match the service account name if specified");
        }
        else if (request.Metadata.Namespace is { } given && given != space)
        {
            errors.Invalid(metadata.Child("namespace"), given, "must match the service account namespace if specified");
        }
    }

    public static void Validate(TokenRequest request, FieldErrors errors)
    {
        var path = FieldPath.Of("spec").Child("expirationSeconds");
        switch (request.Spec.ExpirationSeconds)
        {
            case < MinExpirationSeconds:
                errors.Invalid(path, request.Spec.ExpirationSeconds, "may not specify a duration less than 10 minutes");
                break;
            case > MaxExpirationSeconds:
                errors.Invalid(path, request.Spec.ExpirationSeconds, "may not specify a duration larger than 2^32 seconds");
                break;
        }
    }
}
