using ActorKube.Api.Errors;
using ActorKube.Api.Kinds;

namespace ActorKube.Api.Authorization;

internal static class SubjectAccessReviewKind
{
    public static readonly Kind<SubjectAccessReview> Kind = new()
    {
        Group = AuthorizationKinds.Group,
        Version = "v1",
        Name = "SubjectAccessReview",
        Plural = "subjectaccessreviews",
        Namespaced = false,
        Verbs = ["create"],
        OnCreate = static review => review with { Status = new() },
        OnValidate = Validate,
    };

    private static void Validate(SubjectAccessReview review, FieldErrors errors)
    {
        AccessReviewValidation.Validate(review.Spec, errors);
        AccessReviewValidation.ValidateNoMetadata(review.Metadata, "must be empty", errors);
    }
}
