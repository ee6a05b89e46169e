using ActorKube.Api.Errors;
using ActorKube.Api.Kinds;

namespace ActorKube.Api.Authorization;

internal static class LocalSubjectAccessReviewKind
{
    public static readonly Kind<LocalSubjectAccessReview> Kind = new()
    {
        Group = AuthorizationKinds.Group,
        Version = "v1",
        Name = "LocalSubjectAccessReview",
        Plural = "localsubjectaccessreviews",
        Verbs = ["create"],
        OnCreate = static review => review with { Status = new() },
        OnValidate = Validate,
    };

    private static void Validate(LocalSubjectAccessReview review, FieldErrors errors)
    {
        AccessReviewValidation.Validate(review.Spec, errors);
        AccessReviewValidation.ValidateNoMetadata(review.Metadata with { Namespace = null }, "must be empty except for namespace", errors);
        if (review.Spec.ResourceAttributes is { } resource && (resource.Namespace ?? "") != (review.Metadata.Namespace ?? ""))
        {
            errors.Invalid(FieldPath.Of("spec.resourceAttributes.namespace"), resource.Namespace ?? "", "must match metadata.namespace");
        }

        if (review.Spec.NonResourceAttributes is { } path)
        {
            errors.Invalid(FieldPath.Of("spec.nonResourceAttributes"), AccessReviewValidation.Text(path), "disallowed on this kind of request");
        }
    }
}
