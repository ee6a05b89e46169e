using ActorKube.Api.Errors;
using ActorKube.Api.Kinds;

namespace ActorKube.Api.Authorization;

internal static class SelfSubjectAccessReviewKind
{
    public static readonly Kind<SelfSubjectAccessReview> Kind = new()
    {
        Group = AuthorizationKinds.Group,
        Version = "v1",
        Name = "SelfSubjectAccessReview",
        Plural = "selfsubjectaccessreviews",
        Namespaced = false,
        Verbs = ["create"],
        OnCreate = static review => review with { Status = new() },
        OnValidate = Validate,
    };

    private static void Validate(SelfSubjectAccessReview review, FieldErrors errors)
    {
        AccessReviewValidation.ValidateAttributes(review.Spec.ResourceAttributes, review.Spec.NonResourceAttributes, errors);
        AccessReviewValidation.ValidateNoMetadata(review.Metadata, "must be empty", errors);
    }
}
