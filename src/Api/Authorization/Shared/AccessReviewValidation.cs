using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Serialization;

namespace ActorKube.Api.Authorization;

/// <summary>What may be asked: of somebody, about a resource or a path, with nothing in the metadata.</summary>
internal static class AccessReviewValidation
{
    private static readonly FieldPath Spec = FieldPath.Of("spec");
    private static readonly ObjectMeta Empty = new();

    public static void Validate(SubjectAccessReviewSpec spec, FieldErrors errors)
    {
        if (spec is { User: null, Groups: not { Count: > 0 } })
        {
            errors.Invalid(Spec.Child("user"), "", "at least one of user or group must be specified");
        }

        ValidateAttributes(spec.ResourceAttributes, spec.NonResourceAttributes, errors);
    }

    public static void ValidateAttributes(ResourceAttributes? resource, NonResourceAttributes? path, FieldErrors errors)
    {
        switch (resource, path)
        {
            case (not null, not null):
                errors.Invalid(Spec.Child("nonResourceAttributes"), Text(path), "cannot be specified in combination with resourceAttributes");
                break;
            case (null, null):
                errors.Invalid(Spec.Child("resourceAttributes"), null, "exactly one of nonResourceAttributes or resourceAttributes must be specified");
                break;
        }

        SelectorAttributesValidation.Validate(resource?.FieldSelector, errors);
        SelectorAttributesValidation.Validate(resource?.LabelSelector, errors);
    }

    public static void ValidateNoMetadata(ObjectMeta meta, string detail, FieldErrors errors)
    {
        if (!ApiEquality.Same(meta with { ManagedFields = null }, Empty))
        {
            errors.Invalid(FieldPath.Of("metadata"), meta, detail);
        }
    }

    public static GoText Text(NonResourceAttributes path) =>
        new($"authorization.NonResourceAttributes{{Path:{GoText.Quote(path.Path)}, Verb:{GoText.Quote(path.Verb)}}}");
}
