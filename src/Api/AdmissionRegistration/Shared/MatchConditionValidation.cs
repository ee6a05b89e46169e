using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Validation;

namespace ActorKube.Api.AdmissionRegistration;

/// <summary>Named expressions. That they compile is checked where expressions are evaluated.</summary>
internal static class MatchConditionValidation
{
    private const int MaxConditions = 64;

    public static void Validate(IReadOnlyList<MatchCondition> conditions, FieldPath path, FieldErrors errors)
    {
        if (conditions.Count > MaxConditions)
        {
            errors.TooMany(path, conditions.Count, MaxConditions);
        }

        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (var (i, condition) in conditions.Index())
        {
            if (string.IsNullOrWhiteSpace(condition.Expression))
            {
                errors.Required(path.Index(i).Child("expression"));
            }

            var name = path.Index(i).Child("name");
            if (condition.Name.Length == 0)
            {
                errors.Required(name);
                continue;
            }

            errors.InvalidAll(name, condition.Name, LabelSyntax.QualifiedName(condition.Name));
            if (!names.Add(condition.Name))
            {
                errors.Duplicate(name, condition.Name);
            }
        }
    }
}
