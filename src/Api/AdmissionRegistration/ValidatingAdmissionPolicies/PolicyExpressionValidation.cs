using ActorKube.Api.Errors;

namespace ActorKube.Api.AdmissionRegistration;

/// <summary>Variables and validations of a policy, around their expressions.</summary>
internal static class PolicyExpressionValidation
{
    private static readonly string[] Reasons = ["Forbidden", "Invalid", "RequestEntityTooLarge"];

    private static readonly HashSet<string> ReservedWords =
    [
        "true", "false", "null", "in", "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "package",
        "namespace", "return", "var", "void", "while",
    ];

    public static void Validate(Variable variable, FieldPath path, FieldErrors errors)
    {
        if (string.IsNullOrWhiteSpace(variable.Name))
        {
            errors.Required(path.Child("name"), "name is not specified");
        }
        else if (!IsIdentifier(variable.Name))
        {
            errors.Invalid(path.Child("name"), variable.Name, "name is not a valid CEL identifier");
        }

        RequireExpression(variable.Expression, path, errors);
    }

    public static void Validate(Validation validation, FieldPath path, FieldErrors errors)
    {
        RequireExpression(validation.Expression, path, errors);
        if (validation.MessageExpression is { } expression && string.IsNullOrWhiteSpace(expression))
        {
            errors.Invalid(path.Child("messageExpression"), expression, "must be non-empty if specified");
        }

        if (validation.Message is { } message)
        {
            ValidateMessage(message, path.Child("message"), errors);
        }

        WebhookValidation.OneOf(validation.Reason, Reasons, path.Child("reason"), errors);
    }

    private static void RequireExpression(string expression, FieldPath path, FieldErrors errors)
    {
        if (string.IsNullOrWhiteSpace(expression))
        {
            errors.Required(path.Child("expression"), "expression is not specified");
        }
    }

    private static void ValidateMessage(string message, FieldPath path, FieldErrors errors)
    {
        if (string.IsNullOrWhiteSpace(message))
        {
            errors.Invalid(path, message, "message must be non-empty if specified");
        }
        else if (message.Trim().AsSpan().ContainsAny('\n', '\r'))
        {
            errors.Invalid(path, message, "message must not contain line breaks");
        }
    }

    private static bool IsIdentifier(string name) =>
        !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') && !ReservedWords.Contains(name);
}
