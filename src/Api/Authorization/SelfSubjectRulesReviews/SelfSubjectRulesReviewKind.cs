using ActorKube.Api.Errors;
using ActorKube.Api.Kinds;

namespace ActorKube.Api.Authorization;

internal static class SelfSubjectRulesReviewKind
{
    public static readonly Kind<SelfSubjectRulesReview> Kind = new()
    {
        Group = AuthorizationKinds.Group,
        Version = "v1",
        Name = "SelfSubjectRulesReview",
        Plural = "selfsubjectrulesreviews",
        Namespaced = false,
        Verbs = ["create"],
        OnCreate = static review => review with { Status = new() },
        OnValidate = Validate,
    };

    /// <exception cref="ApiException">400: there is no namespace. Kubernetes doesn't report it as a field's error.</exception>
    private static void Validate(SelfSubjectRulesReview review, FieldErrors errors)
    {
        if (review.Spec.Namespace is null)
        {
            throw ApiErrors.BadRequest("no namespace on request");
        }
    }
}
