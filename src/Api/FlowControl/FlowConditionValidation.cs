using ActorKube.Api.Errors;

namespace ActorKube.Api.FlowControl;

/// <summary>Conditions of both kinds: each of a type of its own.</summary>
internal static class FlowConditionValidation
{
    public static void Validate(IEnumerable<string?> types, FieldErrors errors)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (var (i, type) in types.Index())
        {
            var path = FieldPath.Of("status").Child("conditions").Index(i).Child("type");
            if (!seen.Add(type ?? ""))
            {
                errors.Duplicate(path, type ?? "");
            }

            if (string.IsNullOrEmpty(type))
            {
                errors.Required(path, "must not be empty");
            }
        }
    }
}
