using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ActorKube.Api.Text;

/// <summary>The types of plain scalars in YAML 1.1, as go-yaml v2 resolves them.</summary>
internal static partial class YamlScalar
{
    private const string Prefix = "tag:yaml.org,2002:";

    /// <summary>The value of a scalar; dates stay texts. False if an explicit tag doesn't fit.</summary>
    public static bool TryResolve(string tag, string text, out JsonNode? value)
    {
        value = JsonValue.Create(text);
        if (tag is not ("" or Prefix + "bool" or Prefix + "int" or Prefix + "float" or Prefix + "null"))
        {
            return true;
        }

        var kind = Classify(text, out value);
        return tag.Length == 0 || tag == Prefix + kind || (tag == Prefix + "float" && kind == "int");
    }

    /// <summary>True if the text, unquoted, would be read as the text that it is.</summary>
    public static bool IsText(string text) => Classify(text, out _) == "str" && !Timestamp().IsMatch(text) && !Base60().IsMatch(text);

    private static string Classify(string text, out JsonNode? value)
    {
        value = null;
        switch (text)
        {
            case "" or "~" or "null" or "Null" or "NULL":
                return "null";
            case "y" or "Y" or "yes" or "Yes" or "YES" or "true" or "True" or "TRUE" or "on" or "On" or "ON":
                value = JsonValue.Create(true);
                return "bool";
            case "n" or "N" or "no" or "No" or "NO" or "false" or "False" or "FALSE" or "off" or "Off" or "OFF":
                value = JsonValue.Create(false);
                return "bool";
        }

        if (NotFinite().IsMatch(text))
        {
            throw new YamlTextException("json: unsupported value: " + text);
        }

        value = Number(text);
        if (value is not null)
        {
            return value.AsValue().TryGetValue<double>(out _) ? "float" : "int";
        }

        value = JsonValue.Create(text);
        return "str";
    }

    private static JsonValue? Number(string text)
    {
        if (!(char.IsAsciiDigit(text[0]) || text[0] is '+' or '-' or '.') || Timestamp().IsMatch(text))
        {
            return null;
        }

        var plain = text[0] == '.' ? text : text.Replace("_", "", StringComparison.Ordinal);
        if (Integer(plain) is { } integer)
        {
            return integer;
        }

        return Float().IsMatch(plain) && double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? JsonValue.Create(number) : null;
    }

    // Decimal, 0x, 0o, 0b, and octal by a leading zero.
    private static JsonValue? Integer(string text)
    {
        var negative = text.StartsWith('-');
        var digits = text.AsSpan(negative || text.StartsWith('+') ? 1 : 0);
        var (radix, skip) = digits switch
        {
            ['0', 'x' or 'X', ..] => (16, 2),
            ['0', 'o' or 'O', ..] => (8, 2),
            ['0', 'b' or 'B', ..] => (2, 2),
            ['0', _, ..] => (8, 1),
            _ => (10, 0),
        };
        if (!TryParse(digits[skip..], (uint)radix, out var magnitude))
        {
            return null;
        }

        return !negative ? (magnitude <= long.MaxValue ? JsonValue.Create((long)magnitude) : JsonValue.Create(magnitude))
            : magnitude <= 1UL << 63 ? JsonValue.Create(unchecked(-(long)magnitude)) : null;
    }

    private static bool TryParse(ReadOnlySpan<char> digits, uint radix, out ulong value)
    {
        value = 0;
        foreach (var c in digits)
        {
            var digit = char.IsAsciiHexDigit(c) ? (uint)Convert.ToInt32(c.ToString(), 16) : uint.MaxValue;
            if (digit >= radix || value > (ulong.MaxValue - digit) / radix)
            {
                return false;
            }

            value = (value * radix) + digit;
        }

        return digits.Length > 0;
    }

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Float();

    [GeneratedRegex(@"^(\.(nan|NaN|NAN)|[-+]?\.(inf|Inf|INF))\z", RegexOptions.CultureInvariant)]
    private static partial Regex NotFinite();

    [GeneratedRegex(
        @"^[0-9]{4}-(0?[1-9]|1[0-2])-(0?[1-9]|[12][0-9]|3[01])([Tt][0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}(\.[0-9]+)?(Z|[-+][0-9]{2}:[0-9]{2})| [0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}(\.[0-9]+)?)?\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Timestamp();

    // Numbers of base 60 are texts here, but other readers take them for numbers, so they are written in quotes.
    [GeneratedRegex(@"^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Base60();
}
