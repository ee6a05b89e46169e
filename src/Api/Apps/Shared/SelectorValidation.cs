using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Selectors;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Apps;

/// <summary>Label selectors of workloads.</summary>
internal static class SelectorValidation
{
    /// <summary>Checks keys, operators and values; an absent selector is left to the caller.</summary>
    /// <param name="allowInvalidValues">The values of expressions may be anything: the object had such a selector before.</param>
    public static void Validate(LabelSelector? selector, FieldPath path, FieldErrors errors, bool allowInvalidValues = false)
    {
        if (selector is null)
        {
            return;
        }

        Labels(selector.MatchLabels, path.Child("matchLabels"), errors);
        for (var i = 0; i < selector.MatchExpressions?.Count; i++)
        {
            Expression(selector.MatchExpressions[i], path.Child("matchExpressions").Index(i), errors, allowInvalidValues);
        }
    }

    public static bool HasInvalidValues(LabelSelector? selector) =>
        selector?.MatchExpressions?.Any(e => e.Values?.Any(v => LabelSyntax.Value(v).Count > 0) ?? false) ?? false;

    public static bool IsEmpty(LabelSelector selector) => selector is { MatchLabels: null or { Count: 0 }, MatchExpressions: null or { Count: 0 } };

    /// <summary>What the selector matches: nothing when it is absent. Null when it isn't valid.</summary>
    public static LabelQuery? Query(LabelSelector? selector)
    {
        try
        {
            return selector is null ? LabelQuery.Nothing : LabelQuery.FromSpec(
                selector.MatchLabels, selector.MatchExpressions?.Select(e => new LabelExpression(e.Key, e.Operator, e.Values)));
        }
        catch (SelectorException)
        {
            return null;
        }
    }

    public static void Labels(IReadOnlyDictionary<string, string>? labels, FieldPath path, FieldErrors errors)
    {
        foreach (var (key, value) in labels ?? new Dictionary<string, string>())
        {
            Report(LabelSyntax.QualifiedName(key), key, path, errors);
            Report(LabelSyntax.Value(value), value, path, errors);
        }
    }

    private static void Expression(LabelSelectorRequirement expression, FieldPath path, FieldErrors errors, bool allowInvalidValues)
    {
        var values = expression.Values ?? [];
        switch (expression.Operator)
        {
            case "In" or "NotIn":
                if (values.Count == 0)
                {
                    errors.Required(path.Child("values"), "must be specified when `operator` is 'In' or 'NotIn'");
                }

                break;
            case "Exists" or "DoesNotExist":
                if (values.Count > 0)
                {
                    errors.Forbidden(path.Child("values"), "may not be specified when `operator` is 'Exists' or 'DoesNotExist'");
                }

                break;
            default:
                errors.Invalid(path.Child("operator"), expression.Operator, "not a valid selector operator");
                break;
        }

        Report(LabelSyntax.QualifiedName(expression.Key), expression.Key, path.Child("key"), errors);
        for (var i = 0; i < values.Count && !allowInvalidValues; i++)
        {
            Report(LabelSyntax.Value(values[i]), values[i], path.Child("values").Index(i), errors);
        }
    }

    private static void Report(IReadOnlyList<string> messages, string value, FieldPath path, FieldErrors errors)
    {
        foreach (var message in messages)
        {
            errors.Invalid(path, value, message);
        }
    }
}
