using ActorKube.Api.Errors;
using ActorKube.Api.Kinds;

namespace ActorKube.Api.Authentication;

internal static class TokenReviewKind
{
    public static readonly Kind<TokenReview> Kind = new()
    {
        Group = AuthenticationKinds.Group,
        Version = "v1",
        Name = "TokenReview",
        Plural = "tokenreviews",
        Namespaced = false,
        Verbs = ["create"],
        OnCreate = static review => review with { Status = new() },
        OnValidate = Validate,
    };

    /// <exception cref="ApiException">400: there is no token. Kubernetes doesn't report it as a field's error.</exception>
    private static void Validate(TokenReview review, FieldErrors errors)
    {
        if (review.Spec.Token is null)
        {
            throw ApiErrors.BadRequest("token is required for TokenReview in authentication");
        }
    }
}
