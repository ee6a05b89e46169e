using System.Text;

namespace ActorKube.Api.Selectors;

/// <summary>The text of field selectors.</summary>
internal static class FieldTerms
{
    /// <summary>The terms between commas that aren't escaped; empty ones are left out.</summary>
    public static IEnumerable<string> Split(string text)
    {
        var start = 0;
        var escaped = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == ',' && !escaped)
            {
                if (i > start)
                {
                    yield return text[start..i];
                }

                start = i + 1;
            }

            escaped = text[i] == '\\' && !escaped;
        }

        if (start < text.Length)
        {
            yield return text[start..];
        }
    }

    /// <exception cref="SelectorException">No operator, or bad escapes in the value.</exception>
    public static FieldRequirement Parse(string term, string selector)
    {
        var equals = term.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
        {
            throw new SelectorException($"invalid selector: '{selector}'; can't understand '{term}'");
        }

        var negated = equals > 0 && term[equals - 1] == '!';
        var doubled = !negated && equals + 1 < term.Length && term[equals + 1] == '=';
        return new FieldRequirement(term[..(negated ? equals - 1 : equals)], Unescape(term[(doubled ? equals + 2 : equals + 1)..]), negated);
    }

    public static string Escape(string value) => value
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal)
        .Replace("=", "\\=", StringComparison.Ordinal);

    private static string Unescape(string value)
    {
        if (!value.AsSpan().ContainsAny("\\,="))
        {
            return value;
        }

        var result = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] is ',' or '=')
            {
                // Kubernetes prints the number of the character.
                throw new SelectorException($"invalid field selector: unescaped character in value: {(int)value[i]}");
            }

            if (value[i] == '\\' && (++i == value.Length || value[i] is not ('\\' or ',' or '=')))
            {
                throw new SelectorException($"invalid field selector: invalid escape sequence: \\{(i < value.Length ? value[i] : "")}");
            }

            result.Append(value[i]);
        }

        return result.ToString();
    }
}
