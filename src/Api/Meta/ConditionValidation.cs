using System.Text.RegularExpressions;
using ActorKube.Api.Errors;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Meta;

/// <summary>The conditions of a status: one of each type, with a known status, a time and a reason in one word.</summary>
public static partial class ConditionValidation
{
    private const int MaxReasonLength = 1024;
    private const int MaxMessageLength = 32 * 1024;
    private const string ReasonFormat = "[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?";

    private static readonly string ReasonError = SyntaxMessages.Pattern(
        "a condition reason must start with alphabetic character, optionally followed by a string of alphanumeric characters or '_,:', and must end with an alphanumeric character or '_'",
        ReasonFormat, "my_name", "MY_NAME", "MyName", "ReasonA,ReasonB", "ReasonA:ReasonB");

    public static void Validate(IReadOnlyList<Condition>? conditions, FieldPath path, FieldErrors errors)
    {
        HashSet<string> types = [];
        foreach (var (i, condition) in (conditions ?? []).Index())
        {
            if (!types.Add(condition.Type))
            {
                errors.Duplicate(path.Index(i).Child("type"), condition.Type);
            }

            Validate(condition, path.Index(i), errors);
        }
    }

    private static void Validate(Condition condition, FieldPath path, FieldErrors errors)
    {
        errors.InvalidAll(path.Child("type"), condition.Type, LabelSyntax.QualifiedName(condition.Type));
        if (condition.Status is not ("True" or "False" or "Unknown"))
        {
            errors.NotSupported(path.Child("status"), condition.Status, ["False", "True", "Unknown"]);
        }

        if (condition.ObservedGeneration < 0)
        {
            errors.Invalid(path.Child("observedGeneration"), condition.ObservedGeneration, "must be greater than or equal to zero");
        }

        if (condition.LastTransitionTime is null)
        {
            errors.Required(path.Child("lastTransitionTime"), "must be set");
        }

        ValidateTexts(condition, path, errors);
    }

    private static void ValidateTexts(Condition condition, FieldPath path, FieldErrors errors)
    {
        if (condition.Reason.Length == 0)
        {
            errors.Required(path.Child("reason"), "must be set");
        }
        else if (!Reason().IsMatch(condition.Reason))
        {
            errors.Invalid(path.Child("reason"), condition.Reason, ReasonError);
        }

        if (condition.Reason.Length > MaxReasonLength)
        {
            errors.TooLong(path.Child("reason"), MaxReasonLength);
        }

        if (condition.Message.Length > MaxMessageLength)
        {
            errors.TooLong(path.Child("message"), MaxMessageLength);
        }
    }

    [GeneratedRegex($"^{ReasonFormat}\\z")]
    private static partial Regex Reason();
}
