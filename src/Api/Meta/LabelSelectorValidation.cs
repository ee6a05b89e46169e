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
            ValidateRequirement(requirements[i], path.Child("matchExpressions").Index(i), errors, allowInvalidValues);
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

    /// <param name="allowUnknownOperator">Operators of later versions are let through.</param>
    public static void ValidateRequirement(
        LabelSelectorRequirement requirement, FieldPath path, FieldErrors errors, bool allowInvalidValues = false, bool allowUnknownOperator = false)
    {
        var values = requirement.Values ?? [];
        ValidateOperator(requirement.Operator, values, path, errors, allowUnknownOperator);
        errors.InvalidAll(path.Child("key"), requirement.Key, LabelSyntax.QualifiedName(requirement.Key));
        for (var i = 0; i < values.Count && !allowInvalidValues; i++)
        {
            errors.InvalidAll(path.Child("values").Index(i), values[i], LabelSyntax.Value(values[i]));
        }
    }

    /// <summary>An operator, and the number of values that it takes.</summary>
    internal static void ValidateOperator(string op, IReadOnlyList<string>? values, FieldPath path, FieldErrors errors, bool allowUnknown)
    {
        switch (op)
        {
            case "In" or "NotIn" when values is not { Count: > 0 }:
                errors.Required(path.Child("values"), "must be specified when `operator` is 'In' or 'NotIn'");
                break;
            case "Exists" or "DoesNotExist" when values is { Count: > 0 }:
                errors.Forbidden(path.Child("values"), "may not be specified when `operator` is 'Exists' or 'DoesNotExist'");
                break;
            case "In" or "NotIn" or "Exists" or "DoesNotExist":
                break;
            default:
                if (!allowUnknown)
                {
                    errors.Invalid(path.Child("operator"), op, "not a valid selector operator");
                }

                break;
        }
    }
}
