using System.Globalization;
using System.Text;
using System.Text.Json;
using ActorKube.Api.Serialization;

namespace ActorKube.Server.Requests;

/// <summary>Why a text is not JSON, in the words of Go's decoder, which clients know.</summary>
internal static class GoJson
{
    private const int ExcerptLength = 30;

    public static string Explain(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = JsonLimits.MaxDepth });
        var before = JsonTokenType.None;
        try
        {
            while (reader.Read())
            {
                before = reader.TokenType;
            }

            return "";
        }
        catch (JsonException)
        {
            var depth = reader.CurrentDepth;
            var at = SkipSpace(json, (int)reader.BytesConsumed);
            if (at < json.Length && json[at] == (byte)',')
            {
                at = SkipSpace(json, at + 1);
            }

            if (at >= json.Length || IsCut(json, at))
            {
                return "unexpected end of JSON input";
            }

            var where = (depth, before) switch
            {
                (0, not JsonTokenType.None) => "after top-level value",
                _ when before is JsonTokenType.PropertyName => "after object key",
                _ when json[at] is (byte)'}' => "looking for beginning of object key string",
                _ => "looking for beginning of value",
            };
            return $"invalid character '{(char)json[at]}' {where}";
        }
    }

    /// <summary>The beginning of a body as the message shows it: text, or hexadecimal digits where it doesn't look like an object.</summary>
    public static string Excerpt(ReadOnlySpan<byte> json)
    {
        if (json.IsEmpty)
        {
            return "<empty>";
        }

        var cut = json[..Math.Min(json.Length, ExcerptLength)];
        var text = json[0] == (byte)'{' ? Encoding.UTF8.GetString(cut) : Convert.ToHexStringLower(cut);
        return json.Length > ExcerptLength ? string.Create(CultureInfo.InvariantCulture, $"{text} ...") : text;
    }

    private static int SkipSpace(ReadOnlySpan<byte> json, int at)
    {
        while (at < json.Length && json[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            at++;
        }

        return at;
    }

    /// <summary>A string that is never closed.</summary>
    private static bool IsCut(ReadOnlySpan<byte> json, int at) => json[at] == (byte)'"' && json[(at + 1)..].IndexOf((byte)'"') < 0;
}
