using System.Globalization;
using System.Text;

namespace ActorKube.Api.Text;

/// <summary>Texts in YAML: plain where that is read back as the same text, else quoted, or a block for several lines.</summary>
internal static class YamlText
{
    /// <summary>A text on one line, as keys need it.</summary>
    public static string Inline(string text) =>
        text.Contains('\n', StringComparison.Ordinal) || HasSpecial(text) || !YamlScalar.IsText(text) ? DoubleQuoted(text)
        : IsPlain(text) ? text : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>A text as a value; the lines of a block are indented by <paramref name="indent"/>.</summary>
    public static void Append(StringBuilder output, string text, int indent)
    {
        if (text.Contains('\n', StringComparison.Ordinal) && !HasSpecial(text) && !HasSpaceBeforeBreak(text))
        {
            AppendBlock(output, text, indent);
        }
        else
        {
            output.Append(Inline(text));
        }
    }

    private static void AppendBlock(StringBuilder output, string text, int indent)
    {
        output.Append('|');
        if (text[0] is ' ' or '\n')
        {
            output.Append('2');
        }

        if (!text.EndsWith('\n'))
        {
            output.Append('-');
        }
        else if (text.Length == 1 || text[^2] == '\n')
        {
            output.Append('+');
        }

        var body = text.EndsWith('\n') ? text.AsSpan(0, text.Length - 1) : text;
        foreach (var range in body.Split('\n'))
        {
            var line = body[range];
            output.Append('\n').Append(' ', line.IsEmpty ? 0 : indent).Append(line);
        }
    }

    // Indicators that would end or change a plain scalar in block context.
    private static bool IsPlain(string text)
    {
        if (text.StartsWith(' ') || text.EndsWith(' ') || text.StartsWith("---", StringComparison.Ordinal) || text.StartsWith("...", StringComparison.Ordinal))
        {
            return false;
        }

        if ("#,[]{}&*!|>'\"%@`".Contains(text[0], StringComparison.Ordinal))
        {
            return false;
        }

        if (text[0] is '-' or '?' && (text.Length == 1 || text[1] == ' '))
        {
            return false;
        }

        return !text.EndsWith(':') && !text.Contains(": ", StringComparison.Ordinal) && !text.Contains(" #", StringComparison.Ordinal);
    }

    private static bool HasSpaceBeforeBreak(string text) => text.EndsWith(' ') || text.Contains(" \n", StringComparison.Ordinal);

    private static bool HasSpecial(string text) => text.Any(c => c != '\n' && !IsPrintable(c));

    private static bool IsPrintable(char c) => c is (>= ' ' and <= '~') or (>= '\u00A0' and <= '\uD7FF') or (>= '\uE000' and <= '\uFFFD' and not '\uFEFF')
        && c is not ('\u2028' or '\u2029');

    private static string DoubleQuoted(string text)
    {
        var output = new StringBuilder(text.Length + 8).Append('"');
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is not ('"' or '\\' or '\n') && rune.IsBmp && IsPrintable((char)rune.Value))
            {
                output.Append((char)rune.Value);
            }
            else
            {
                AppendEscape(output, rune.Value);
            }
        }

        return output.Append('"').ToString();
    }

    private static void AppendEscape(StringBuilder output, int value)
    {
        var letter = "\0" + "0\aa\bb\tt\nn\vv\ff\rr\u001be\"\"\\\\\u0085N\u2028L\u2029P";
        for (var i = 0; i < letter.Length; i += 2)
        {
            if (letter[i] == value)
            {
                output.Append('\\').Append(letter[i + 1]);
                return;
            }
        }

        output.Append(CultureInfo.InvariantCulture, $"{(value <= 0xFF ? $"\\x{value:X2}" : value <= 0xFFFF ? $"\\u{value:X4}" : $"\\U{value:X8}")}");
    }
}
