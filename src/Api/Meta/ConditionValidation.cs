using System.Buffers;
using ActorKube.Api.Errors;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Meta;

/// <summary>Conditions of the common type.</summary>
public static class ConditionValidation
{
    private const int MaxReasonLength = 1024;
    private const int MaxMessageLength = 32 * 1024;

    private static readonly SearchValues<char> ReasonCharacters = SearchValues.Create(Characters.Lower + Characters.Upper + Characters.Digits + "_,:");

    private static readonly string ReasonError = SyntaxMessages.Pattern(
        "a condition reason must start with alphabetic character, optionally followed by a string of alphanumeric characters or '_,:', "
        + "and must end with an alphanumeric character or '_'",
        "[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?", "my_name", "MY_NAME", "MyName", "ReasonA,ReasonB", "ReasonA:ReasonB");

    public static void Validate(IReadOnlyList<Condition>? conditions, FieldPath path, FieldErrors errors)
    {
        HashSet<string> types = [];
        for (var i = 0; conditions is not null && i < conditions.Count; i++)
        {
            if (!types.Add(conditions[i].Type))
            {
                errors.Duplicate(path.Index(i).Child("type"), conditions[i].Type);
            }

            Validate(conditions[i], path.Index(i), errors);
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

        ValidateReason(condition.Reason, path.Child("reason"), errors);
        if (SyntaxMessages.IsLonger(condition.Message, MaxMessageLength))
        {
            errors.TooLong(path.Child("message"), MaxMessageLength);
        }
    }

    private static void ValidateReason(string reason, FieldPath path, FieldErrors errors)
    {
        if (reason.Length == 0)
        {
            errors.Required(path, "must be set");
            return;
        }

        if (!Characters.Only(reason, ReasonCharacters) || !char.IsAsciiLetter(reason[0]) || reason[^1] is ',' or ':')
        {
            errors.Invalid(path, reason, ReasonError);
        }

        if (SyntaxMessages.IsLonger(reason, MaxReasonLength))
        {
            errors.TooLong(path, MaxReasonLength);
        }
    }
}
