using ActorKube.Api.Errors;

namespace ActorKube.Api.Meta;

/// <summary>Common shapes of checks.</summary>
internal static class FieldErrorsExtensions
{
    /// <summary>What is said of a field that may not change.</summary>
    public const string ImmutableMessage = "field is immutable";

    /// <summary>One error for each thing that is wrong with a value's syntax.</summary>
    public static void InvalidAll(this FieldErrors errors, FieldPath path, string value, IReadOnlyList<string> reasons)
    {
        foreach (var reason in reasons)
        {
            errors.Invalid(path, value, reason);
        }
    }

    /// <summary>The field may not change.</summary>
    public static void Immutable<T>(this FieldErrors errors, FieldPath path, T next, T previous)
    {
        if (!EqualityComparer<T>.Default.Equals(next, previous))
        {
            errors.Invalid(path, Shown(next), ImmutableMessage);
        }
    }

    private static object Shown(object? value) => value switch
    {
        null => "null",
        DateTimeOffset time => GoText.Of(time),
        _ => value,
    };
}
