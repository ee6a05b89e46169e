using ActorKube.Api.Errors;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Meta;

/// <summary>Label selectors of objects: valid keys and values, and operators with the values that they take.</summary>
public static class LabelSelectorValidation
{
    /// <param name="allowInvalidValues">Leaves the values of expressions unchecked: what was stored invalid stays writable.</param>
    public static void Validate(LabelSelector? selector, FieldPath path, FieldErrors errors, bool allowInvalidValues = false)
    {
        LabelValidation.Validate(selector?.MatchLabels, path.Child("matchLabels"), errors);
        foreach (var (i, requirement) in (selector?.MatchExpressions ?? []).Index())
        {
            ValidateRequirement(requirement, path.Child("matchExpressions").Index(i), errors, allowInvalidValues);
        }
    }

    /// <param name="allowUnknownOperator">Leaves operators of later versions unchecked.</param>
    public static void ValidateRequirement(
        LabelSelectorRequirement requirement, FieldPath path, FieldErrors errors, bool allowInvalidValues = false, bool allowUnknownOperator = false)
    {
        ValidateOperator(requirement.Operator, requirement.Values, path, errors, allowUnknownOperator);
        errors.InvalidAll(path.Child("key"), requirement.Key, LabelSyntax.QualifiedName(requirement.Key));
        if (allowInvalidValues)
        {
            return;
        }

        foreach (var (i, value) in (requirement.Values ?? []).Index())
        {
            errors.InvalidAll(path.Child("values").Index(i), value, LabelSyntax.Value(value));
        }
    }

    /// <summary>True if a stored selector breaks a rule, so that updates have to be lenient.</summary>
    public static bool IsInvalid(LabelSelector? selector)
    {
        var errors = new FieldErrors();
        Validate(selector, FieldPath.Of("selector"), errors);
        return errors.Any;
    }

    /// <summary>True if a requirement's value is no value of a label.</summary>
    public static bool HasInvalidValue(LabelSelector? selector) =>
        selector?.MatchExpressions?.Any(r => r.Values?.Any(v => LabelSyntax.Value(v).Count > 0) ?? false) ?? false;

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
