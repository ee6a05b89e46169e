using System.Buffers.Text;
using System.Text;

namespace ActorKube.Api.Certificates;

/// <summary>A block of PEM text. Text around blocks is ignored, and so are blocks that don't decode.</summary>
internal sealed record PemBlock(string Type, bool HasHeaders, byte[] Content)
{
    private const string Begin = "-----BEGIN ";
    private const string End = "-----END ";
    private const string Dashes = "-----";

    public static IEnumerable<PemBlock> ReadAll(ReadOnlyMemory<byte> text)
    {
        var lines = Encoding.Latin1.GetString(text.Span).Split('\n').Select(l => l.TrimEnd('\r', ' ', '\t')).ToArray();
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Length > Begin.Length + Dashes.Length && lines[i].StartsWith(Begin, StringComparison.Ordinal) && lines[i].EndsWith(Dashes, StringComparison.Ordinal))
            {
                var type = lines[i][Begin.Length..^Dashes.Length];
                var end = Array.IndexOf(lines, End + type + Dashes, i + 1);
                if (end > 0 && Decode(type, lines.AsSpan()[(i + 1)..end]) is { } block)
                {
                    i = end;
                    yield return block;
                }
            }
        }
    }

    private static PemBlock? Decode(string type, ReadOnlySpan<string> lines)
    {
        var body = lines;
        while (!body.IsEmpty && body[0].Contains(':', StringComparison.Ordinal))
        {
            body = body[1..];
        }

        var base64 = string.Concat(body);
        return Base64.IsValid(base64) ? new PemBlock(type, body.Length < lines.Length, Convert.FromBase64String(base64)) : null;
    }
}
