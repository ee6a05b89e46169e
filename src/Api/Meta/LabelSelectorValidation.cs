using ActorKube.Api.Errors;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Meta;

/// <summary>Label selectors.</summary>
public static class LabelSelectorValidation
{
    /// <param name="allowInvalidValues">Values of requirements aren't checked: for objects that had bad ones before values were checked.</param>
    public static void Validate(LabelSelector? selector, FieldPath path, FieldErrors errors, bool allowInvalidValues = false)
    {
        LabelValidation.Validate(selector?.MatchLabels, path.Child("matchLabels"), errors);
        for (var i = 0; selector?.MatchExpressions is { } requirements && i < requirements.Count; i++)
        {
            Validate(requirements[i], path.Child("matchExpressions").Index(i), errors, allowInvalidValues);
        }
    }

    /// <summary>True if a requirement's value is no value of a label.</summary>
    public static bool HasInvalidValue(LabelSelector? selector) =>
        selector?.MatchExpressions?.Any(r => r.Values?.Any(v => LabelSyntax.Value(v).Count > 0) ?? false) ?? false;

    /// <summary>True if the selector breaks any rule.</summary>
    public static bool IsInvalid(LabelSelector? selector)
    {
        var errors = new FieldErrors();
        Validate(selector, FieldPath.Of(""), errors);
        return errors.Any;
    }

    private static void Validate(LabelSelectorRequirement requirement, FieldPath path, FieldErrors errors, bool allowInvalidValues)
    {
        var values = requirement.Values ?? [];
        switch (requirement.Operator)
        {
            case "In" or "NotIn" when values.Count == 0:
                errors.Required(path.Child("values"), "must be specified when `operator` is 'In' or 'NotIn'");
                break;
            case "Exists" or "DoesNotExist" when values.Count > 0:
                errors.Forbidden(path.Child("values"), "may not be specified when `operator` is 'Exists' or 'DoesNotExist'");
                break;
            case "In" or "NotIn" or "Exists" or "DoesNotExist":
                break;
            default:
                errors.Invalid(path.Child("operator"), requirement.Operator, "not a valid selector operator");
                break;
        }

        errors.InvalidAll(path.Child("key"), requirement.Key, LabelSyntax.QualifiedName(requirement.Key));
        for (var i = 0; i < values.Count && !allowInvalidValues; i++)
        {
            errors.InvalidAll(path.Child("values").Index(i), values[i], LabelSyntax.Value(values[i]));
        }
    }
}
