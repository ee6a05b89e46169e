using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;

namespace ActorKube.Api.Extensions;

/// <summary>Limits of texts and numbers.</summary>
internal static class SchemaScalars
{
    /// <summary>Longest that one pattern may take on one text, so that a schema can't stop the server.</summary>
    private static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(1);

    public static void ValidateText(string value, JSONSchemaProps props, SchemaPlace place, FieldErrors errors)
    {
        var length = value.EnumerateRunes().Count();
        if (props.MaxLength < length)
        {
            errors.TooLong(place.Field, (int)props.MaxLength!);
        }

        if (props.MinLength > length)
        {
            place.Invalid(value, $"should be at least {props.MinLength} chars long", errors);
        }

        if (props.Pattern is { } pattern && !Regex.IsMatch(value, pattern, RegexOptions.CultureInvariant, MatchTimeout))
        {
            place.Invalid(value, $"should match '{pattern}'", errors);
        }
    }

    public static void ValidateNumber(JsonElement value, JSONSchemaProps props, SchemaPlace place, FieldErrors errors)
    {
        var number = value.GetDouble();
        var shown = new GoText(value.GetRawText());
        if (props.Maximum is { } maximum && (props.ExclusiveMaximum ? number >= maximum : number > maximum))
        {
            place.Invalid(shown, $"should be less than {(props.ExclusiveMaximum ? "" : "or equal to ")}{Text(maximum)}", errors);
        }

        if (props.Minimum is { } minimum && (props.ExclusiveMinimum ? number <= minimum : number < minimum))
        {
            place.Invalid(shown, $"should be greater than {(props.ExclusiveMinimum ? "" : "or equal to ")}{Text(minimum)}", errors);
        }

        if (props.MultipleOf is > 0 and var step && Math.Abs((number / step) - Math.Round(number / step)) > 1e-9)
        {
            place.Invalid(shown, $"should be a multiple of {Text(step)}", errors);
        }
    }

    private static string Text(double number) => number.ToString("G17", CultureInfo.InvariantCulture);
}
