using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Quantities;
using ActorKube.Api.Serialization;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Apps;

/// <summary>Rules that fields of many workloads share.</summary>
internal static class FieldRules
{
    /// <summary>Something is wrong with a field, or with several, and no single value shows it.</summary>
    public static void InvalidWithoutValue(this FieldErrors errors, FieldPath path, string detail) =>
        errors.Add(new FieldError(CauseReason.Invalid, path.ToString(), "Invalid value: " + detail));

    /// <summary>Null is absent, and fine.</summary>
    public static void NonNegative(long? value, FieldPath path, FieldErrors errors)
    {
        if (value < 0)
        {
            errors.Invalid(path, value, "must be greater than or equal to 0");
        }
    }

    /// <summary>An integer of at least 0, or a percentage.</summary>
    public static void NonNegativeOrPercent(IntOrString value, FieldPath path, FieldErrors errors)
    {
        if (!value.IsString)
        {
            NonNegative(value.IntValue, path, errors);
            return;
        }

        foreach (var message in Identifiers.Percent(value.Text))
        {
            errors.Invalid(path, GoText.Of(value), message);
        }
    }

    /// <summary>The number of a count or a percentage; 0 for a text that is neither.</summary>
    public static long Amount(IntOrString value) =>
        value.IsPercent ? long.TryParse(value.Text.AsSpan(0, value.Text!.Length - 1), out var percent) ? percent : long.MaxValue : value.IntValue;

    public static void AtMost100Percent(IntOrString value, FieldPath path, FieldErrors errors)
    {
        if (value.IsPercent && Amount(value) > 100)
        {
            errors.Invalid(path, GoText.Of(value), "must not be greater than 100%");
        }
    }

    /// <summary>A record that may not change.</summary>
    /// <param name="shown">The next value as the message shows it, where it isn't a record.</param>
    public static void Immutable<T>(T? next, T? previous, FieldPath path, FieldErrors errors, object? shown = null)
        where T : class, IWritable
    {
        if (!ApiEquality.Same(next, previous))
        {
            errors.Invalid(path, shown ?? next ?? (object)"null", FieldErrorsExtensions.ImmutableMessage);
        }
    }

    /// <summary>Collisions of template hashes are only ever counted up.</summary>
    public static void CollisionCount(int? next, int? previous, FieldPath path, FieldErrors errors)
    {
        if (next is null ? previous is not null : next < previous)
        {
            errors.Invalid(path, next ?? 0, "cannot be decremented");
        }
    }

    /// <summary>A count of the status that can't be higher than another.</summary>
    public static void AtMost(int value, int limit, FieldPath path, FieldErrors errors, string limitName)
    {
        if (value > limit)
        {
            errors.Invalid(path, value, $"cannot be greater than {limitName}");
        }
    }
}
