using System.Globalization;
using System.Text;

namespace ActorKube.Api.Errors;

/// <summary>Literals of Go, as its <c>%q</c> prints them: what can't be printed is escaped.</summary>
internal static class GoQuote
{
    /// <summary>A string literal.</summary>
    public static string Text(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var rune in text.EnumerateRunes())
        {
            Append(quoted, rune, '"');
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>A character literal.</summary>
    public static string Character(Rune rune)
    {
        var quoted = new StringBuilder().Append('\'');
        Append(quoted, rune, '\'');
        return quoted.Append('\'').ToString();
    }

    /// <summary>Letters, marks, numbers, punctuation, symbols, and of spaces only the usual one.</summary>
    public static bool IsPrintable(Rune rune) => rune.Value == ' ' || Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private static void Append(StringBuilder quoted, Rune rune, char quote)
    {
        if (rune.Value == quote || rune.Value == '\\')
        {
            quoted.Append('\\').Append(rune);
        }
        else if (IsPrintable(rune))
        {
            quoted.Append(rune);
        }
        else
        {
            quoted.Append(Escape(rune.Value));
        }
    }

    private static string Escape(int rune) => rune switch
    {
        0x07 => "\\a",
        0x08 => "\\b",
        0x0C => "\\f",
        0x0A => "\\n",
        0x0D => "\\r",
        0x09 => "\\t",
        0x0B => "\\v",
        < 0x20 or 0x7F => string.Create(CultureInfo.InvariantCulture, $"\\x{rune:x2}"),
        < 0x10000 => string.Create(CultureInfo.InvariantCulture, $"\\u{rune:x4}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"\\U{rune:x8}"),
    };
}
