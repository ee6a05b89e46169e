using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Core;

/// <summary>Label selectors that objects hold.</summary>
internal static class LabelSelectorChecks
{
    public static void LabelSelector(this FieldErrors errors, FieldPath path, LabelSelector? selector, bool allowInvalidValues = false)
    {
        if (selector is null)
        {
            return;
        }

        errors.Labels(path.Child("matchLabels"), selector.MatchLabels);
        var expressions = selector.MatchExpressions.OrEmpty();
        for (var i = 0; i < expressions.Count; i++)
        {
            Validate(expressions[i], path.Child("matchExpressions").Index(i), errors, allowInvalidValues);
        }
    }

    /// <summary>Nothing is wrong with the selector.</summary>
    public static bool IsValid(LabelSelector? selector)
    {
        var errors = new FieldErrors();
        errors.LabelSelector(FieldPath.Of(""), selector);
        return !errors.Any;
    }

    private static void Validate(LabelSelectorRequirement expression, FieldPath path, FieldErrors errors, bool allowInvalidValues)
    {
        var values = expression.Values.OrEmpty();
        if (expression.Operator is "In" or "NotIn")
        {
            if (values.Count == 0)
            {
                errors.Required(path.Child("values"), "must be specified when `operator` is 'In' or 'NotIn'");
            }
        }
        else if (expression.Operator is not ("Exists" or "DoesNotExist"))
        {
            errors.Invalid(path.Child("operator"), expression.Operator, "not a valid selector operator");
        }
        else if (values.Count > 0)
        {
            errors.Forbidden(path.Child("values"), "may not be specified when `operator` is 'Exists' or 'DoesNotExist'");
        }

        errors.LabelName(path.Child("key"), expression.Key);
        for (var i = 0; i < values.Count && !allowInvalidValues; i++)
        {
            errors.AllInvalid(path.Child("values").Index(i), values[i], LabelSyntax.Value(values[i]));
        }
    }
}
