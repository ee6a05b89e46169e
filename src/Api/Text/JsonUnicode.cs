using System.Buffers.Text;
using System.Text;
using System.Text.Unicode;

namespace ActorKube.Api.Text;

/// <summary>
/// Makes every text in a JSON document Unicode, as Go's decoder does and .NET's doesn't: bytes that are no UTF-8, and escaped halves of
/// surrogate pairs without the other half, become U+FFFD. Documents that are sound, nearly all, are passed through.
/// </summary>
public static class JsonUnicode
{
    private const int EscapeLength = 6;

    public static ReadOnlySpan<byte> Repair(ReadOnlySpan<byte> utf8)
    {
        var valid = Utf8.IsValid(utf8) ? utf8 : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(utf8));
        return valid.IndexOf("\\u"u8) < 0 ? valid : RepairEscapes(valid);
    }

    /// <inheritdoc cref="Repair(ReadOnlySpan{byte})"/>
    public static ReadOnlyMemory<byte> Repair(ReadOnlyMemory<byte> utf8)
    {
        var repaired = Repair(utf8.Span);
        return repaired == utf8.Span ? utf8 : repaired.ToArray();
    }

    private static ReadOnlySpan<byte> RepairEscapes(ReadOnlySpan<byte> utf8)
    {
        byte[]? copy = null;
        for (var at = utf8.IndexOf((byte)'\\'); at >= 0 && at < utf8.Length; at = NextEscape(utf8, at))
        {
            var unit = CodeUnit(utf8[at..]);
            if (char.IsHighSurrogate(unit) && char.IsLowSurrogate(CodeUnit(utf8[Math.Min(at + EscapeLength, utf8.Length)..])))
            {
                at += EscapeLength;
            }
            else if (char.IsSurrogate(unit))
            {
                copy ??= utf8.ToArray();
                "\\ufffd"u8.CopyTo(copy.AsSpan(at));
            }
        }

        return copy ?? utf8;
    }

    private static int NextEscape(ReadOnlySpan<byte> utf8, int at)
    {
        var behind = Math.Min(at + 2, utf8.Length);
        var next = utf8[behind..].IndexOf((byte)'\\');
        return next < 0 ? -1 : behind + next;
    }

    /// <summary>What the escape at the beginning of <paramref name="text"/> stands for; 0 for one of another form, or none.</summary>
    private static char CodeUnit(ReadOnlySpan<byte> text) =>
        text.Length >= EscapeLength && text.StartsWith("\\u"u8) && Utf8Parser.TryParse(text[2..EscapeLength], out ushort unit, out var read, 'x') && read == 4
            ? (char)unit
            : '\0';
}
