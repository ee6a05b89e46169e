using System.Buffers;
using ActorKube.Api.Errors;
using ActorKube.Api.Validation;

namespace ActorKube.Api.Batch;

/// <summary>Names of time zones, by the rules of <c>data.iana.org/time-zones/theory.html#naming</c>, with digits and plus signs let through.</summary>
internal static class TimeZoneValidation
{
    private const int MaxPartLength = 14;

    private static readonly SearchValues<char> Allowed = SearchValues.Create(Characters.Lower + Characters.Upper + Characters.Digits + ".-_+");

    public static void Validate(string name, FieldPath path, FieldErrors errors)
    {
        if (name.Length == 0)
        {
            errors.Invalid(path, name, "timeZone must be nil or non-empty string");
            return;
        }

        if (!name.Split('/').All(IsPart))
        {
            errors.Invalid(path, name, $"unknown time zone {name}");
            return;
        }

        if (name.Equals("Local", StringComparison.OrdinalIgnoreCase))
        {
            errors.Invalid(path, name, "timeZone must be an explicit time zone as defined in https://www.iana.org/time-zones");
        }

        if (!TimeZones.TryFind(name, out _, out var error))
        {
            errors.Invalid(path, name, error);
        }
    }

    private static bool IsPart(string part) =>
        part is not ("." or "..") && !part.StartsWith('-') && part.Length <= MaxPartLength && Characters.Only(part, Allowed);
}
