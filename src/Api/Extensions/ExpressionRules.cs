using ActorKube.Api.Errors;

namespace ActorKube.Api.Extensions;

/// <summary>The rules of x-kubernetes-validations around their expressions. That those compile is checked where they are evaluated.</summary>
internal static class ExpressionRules
{
    private static readonly string[] Reasons = ["FieldValueDuplicate", "FieldValueForbidden", "FieldValueInvalid", "FieldValueRequired"];

    public static void Validate(SchemaNode node, FieldPath path, FieldErrors errors)
    {
        foreach (var (i, rule) in (node.Props.XValidations ?? []).Index())
        {
            Validate(rule, node, path.Child("x-kubernetes-validations").Index(i), errors);
        }
    }

    private static void Validate(ValidationRule rule, SchemaNode node, FieldPath path, FieldErrors errors)
    {
        ValidateRule(rule, path, errors);
        if (rule.MessageExpression is { } expression && string.IsNullOrWhiteSpace(expression))
        {
            errors.Required(path.Child("messageExpression"), "messageExpression must be non-empty if specified");
        }

        if (rule.Reason is { } reason && !Reasons.Contains(reason))
        {
            errors.NotSupported(path.Child("reason"), reason, Reasons);
        }

        if (rule.FieldPath is { } field)
        {
            ValidateFieldPath(field, node, path.Child("fieldPath"), errors);
        }
    }

    private static void ValidateRule(ValidationRule rule, FieldPath path, FieldErrors errors)
    {
        var message = rule.Message?.Trim() ?? "";
        if (string.IsNullOrWhiteSpace(rule.Rule))
        {
            errors.Required(path.Child("rule"), "rule is not specified");
        }
        else if (rule.Message is not null && message.Length == 0)
        {
            errors.Invalid(path.Child("message"), rule.Message, "message must be non-empty if specified");
        }
        else if (HasLines(message))
        {
            errors.Invalid(path.Child("message"), rule.Message, "message must not contain line breaks");
        }
        else if (HasLines(rule.Rule.Trim()) && message.Length == 0)
        {
            errors.Required(path.Child("message"), "message must be specified if rule contains line breaks");
        }
    }

    private static void ValidateFieldPath(string field, SchemaNode node, FieldPath path, FieldErrors errors)
    {
        if (string.IsNullOrWhiteSpace(field))
        {
            errors.Invalid(path, field, "fieldPath must be non-empty if specified");
        }

        if (HasLines(field))
        {
            errors.Invalid(path, field, "fieldPath must not contain line breaks");
        }

        if (StructuralConversion.WhyImpossible(node) is null && !SchemaFieldPath.TryFind(field, node, allowBrackets: true, out _, out _, out _))
        {
            errors.Invalid(path, field, "fieldPath must be a valid path");
        }
    }

    private static bool HasLines(string text) => text.AsSpan().ContainsAny('\n', '\r');
}
