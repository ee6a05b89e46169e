using ActorKube.Api.Errors;
using ActorKube.Api.Meta;

namespace ActorKube.Api.Authorization;

/// <summary>Selectors that a request would use: as text or as requirements. Operators of later versions are let through.</summary>
internal static class SelectorAttributesValidation
{
    // Kubernetes builds these paths from one dotted name.
    private static readonly FieldPath Attributes = FieldPath.Of("spec.resourceAttributes");

    public static void Validate(FieldSelectorAttributes? selector, FieldErrors errors)
    {
        if (selector is null)
        {
            return;
        }

        var path = Attributes.Child("fieldSelector");
        ValidateForm(selector.RawSelector, selector.Requirements?.Count ?? 0, path, errors);
        foreach (var (i, requirement) in (selector.Requirements ?? []).Index())
        {
            var item = path.Child("requirements").Index(i);
            if (requirement.Key.Length == 0)
            {
                errors.Required(item.Child("key"), "must be specified");
            }

            LabelSelectorValidation.ValidateOperator(requirement.Operator, requirement.Values, item, errors, allowUnknown: true);
        }
    }

    public static void Validate(LabelSelectorAttributes? selector, FieldErrors errors)
    {
        if (selector is null)
        {
            return;
        }

        var path = Attributes.Child("labelSelector");
        ValidateForm(selector.RawSelector, selector.Requirements?.Count ?? 0, path, errors);
        foreach (var (i, requirement) in (selector.Requirements ?? []).Index())
        {
            LabelSelectorValidation.ValidateRequirement(requirement, path.Child("requirements").Index(i), errors, allowUnknownOperator: true);
        }
    }

    private static void ValidateForm(string? text, int requirements, FieldPath path, FieldErrors errors)
    {
        switch (text, requirements)
        {
            case (not null, > 0):
                errors.Invalid(path.Child("rawSelector"), text, "may not specified at the same time as requirements");
                break;
            case (null, 0):
                errors.Required(path.Child("requirements"), $"when {path} is specified, requirements or rawSelector is required");
                break;
        }
    }
}
