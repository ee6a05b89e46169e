using System.Text;
using System.Text.Json;
using ActorKube.Api.Errors;

namespace ActorKube.Api.Core;

/// <summary>What Go's decoder says of a document that should be a JSON object.</summary>
internal static class GoJsonErrors
{
    /// <summary>Null for an object (or null, which is an empty one).</summary>
    public static string? OfObject(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = 10_000 });
        var kind = JsonTokenType.None;
        try
        {
            while (reader.Read())
            {
                kind = kind == JsonTokenType.None ? reader.TokenType : kind;
            }
        }
        catch (JsonException e)
        {
            return Syntax(utf8, Offset(utf8, e), kind);
        }

        return kind switch
        {
            JsonTokenType.StartObject or JsonTokenType.Null => null,
            JsonTokenType.None => "unexpected end of JSON input",
            _ => $"json: cannot unmarshal {TypeName(kind)} into Go value of type map[string]interface {{}}",
        };
    }

    private static string Syntax(ReadOnlySpan<byte> utf8, int offset, JsonTokenType first)
    {
        if (offset >= utf8.Length)
        {
            return "unexpected end of JSON input";
        }

        var context = first == JsonTokenType.None ? "looking for beginning of value" : "after top-level value";
        return $"invalid character {Quoted(utf8[offset..])} {context}";
    }

    private static int Offset(ReadOnlySpan<byte> utf8, JsonException error)
    {
        var offset = 0;
        for (var line = error.LineNumber ?? 0; line > 0; line--)
        {
            offset += utf8[offset..].IndexOf((byte)'\n') + 1;
        }

        return offset + (int)(error.BytePositionInLine ?? 0);
    }

    private static string Quoted(ReadOnlySpan<byte> utf8)
    {
        Rune.DecodeFromUtf8(utf8, out var rune, out _);
        return rune.Value switch
        {
            '\'' => "'\\''",
            '"' => "'\"'",
            _ => "'" + GoValue.Quote(rune.ToString())[1..^1] + "'",
        };
    }

    private static string TypeName(JsonTokenType kind) => kind switch
    {
        JsonTokenType.StartArray => "array",
        JsonTokenType.String => "string",
        JsonTokenType.Number => "number",
        _ => "bool",
    };
}
