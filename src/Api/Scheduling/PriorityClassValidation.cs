using ActorKube.Api.Errors;
using ActorKube.Api.Meta;

namespace ActorKube.Api.Scheduling;

internal static class PriorityClassValidation
{
    private const string SystemPrefix = "system-";

    private static readonly FieldPath Value = FieldPath.Of("value");
    private static readonly FieldPath Policy = FieldPath.Of("preemptionPolicy");

    public static void Validate(PriorityClass priority, FieldErrors errors)
    {
        if (priority.Metadata.Name?.StartsWith(SystemPrefix, StringComparison.Ordinal) == true)
        {
            if (WhyNotSystem(priority) is { } reason)
            {
                errors.Forbidden(
                    FieldPath.Of("metadata").Child("name"),
                    $"priority class names with '{SystemPrefix}' prefix are reserved for system use only. error: {reason}");
            }
        }
        else if (priority.Value > PriorityClassBootstrap.HighestUserPriority)
        {
            errors.Forbidden(Value, $"maximum allowed value of a user defined priority is {PriorityClassBootstrap.HighestUserPriority}");
        }

        switch (priority.PreemptionPolicy)
        {
            case null or "PreemptLowerPriority" or "Never":
                break;
            case "":
                errors.Required(Policy);
                break;
            default:
                errors.NotSupported(Policy, priority.PreemptionPolicy, ["PreemptLowerPriority", "Never"]);
                break;
        }
    }

    /// <summary>Only what was fixed at creation is checked.</summary>
    public static void ValidateUpdate(PriorityClass next, PriorityClass previous, FieldErrors errors)
    {
        if (next.Value != previous.Value)
        {
            errors.Forbidden(Value, "may not be changed in an update.");
        }

        errors.Immutable(Policy, next.PreemptionPolicy, previous.PreemptionPolicy);
    }

    private static string? WhyNotSystem(PriorityClass priority)
    {
        var known = PriorityClassBootstrap.PriorityClasses.FirstOrDefault(c => c.Metadata.Name == priority.Metadata.Name);
        return known switch
        {
            null => $"{priority.Metadata.Name} is not a known system priority class",
            _ when known.Value != priority.Value => $"value of {known.Metadata.Name} PriorityClass must be {known.Value}",
            _ when priority.GlobalDefault => $"globalDefault of {known.Metadata.Name} PriorityClass must be false",
            _ => null,
        };
    }
}
