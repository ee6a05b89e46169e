using System.Text;
using System.Text.Unicode;

namespace ActorKube.Api.Text;

/// <summary>
/// Makes JSON from outside readable by .NET where Go is more lenient: bytes that are no UTF-8, and halves of surrogate pairs,
/// become U+FFFD as Go's decoder makes them.
/// </summary>
public static class JsonRepair
{
    private const int EscapeLength = 6;

    /// <returns>The same memory where there is nothing to repair, as nearly always.</returns>
    public static ReadOnlyMemory<byte> Repair(ReadOnlyMemory<byte> json)
    {
        var text = Utf8.IsValid(json.Span) ? json : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json.Span));
        return HasSurrogate(text.Span) ? WithoutHalves(text) : text;
    }

    private static bool HasSurrogate(ReadOnlySpan<byte> json) => json.IndexOf("\\ud"u8) >= 0 || json.IndexOf("\\uD"u8) >= 0;

    private static ReadOnlyMemory<byte> WithoutHalves(ReadOnlyMemory<byte> json)
    {
        var repaired = json.ToArray();
        for (var i = 0; i < repaired.Length; i++)
        {
            if (repaired[i] != (byte)'\\')
            {
                continue;
            }

            var unit = CodeUnit(repaired.AsSpan(i));
            if (char.IsHighSurrogate(unit) && char.IsLowSurrogate(CodeUnit(repaired.AsSpan(i + EscapeLength))))
            {
                i += (2 * EscapeLength) - 1;
            }
            else if (char.IsSurrogate(unit))
            {
                "\\ufffd"u8.CopyTo(repaired.AsSpan(i));
                i += EscapeLength - 1;
            }
            else
            {
                // Past what the backslash escapes, which may be another one.
                i++;
            }
        }

        return repaired;
    }

    /// <summary>The UTF-16 unit that the text begins with as <c>\uXXXX</c>; NUL where it doesn't.</summary>
    private static char CodeUnit(ReadOnlySpan<byte> text)
    {
        if (text.Length < EscapeLength || text[0] != (byte)'\\' || text[1] != (byte)'u')
        {
            return '\0';
        }

        var unit = 0;
        foreach (var digit in text[2..EscapeLength])
        {
            if (!char.IsAsciiHexDigit((char)digit))
            {
                return '\0';
            }

            unit = (unit << 4) | Convert.ToInt32(((char)digit).ToString(), 16);
        }

        return (char)unit;
    }
}
