using System.Text.Json;
using System.Text.Json.Nodes;

namespace ActorKube.Api.Text;

/// <summary>What Go's encoding/json says of a text that it can't take.</summary>
public static class GoJson
{
    /// <summary>The first error of syntax, such as <c>unexpected end of JSON input</c>; null if there is none.</summary>
    public static string? SyntaxError(ReadOnlySpan<byte> utf8) => JsonSyntax.FindError(utf8);

    /// <summary>Why the text is not an object; null if it is one, or null, which counts as an empty one.</summary>
    public static string? NotAnObject(ReadOnlySpan<byte> utf8)
    {
        if (SyntaxError(utf8) is { } error)
        {
            return error;
        }

        var reader = new Utf8JsonReader(utf8);
        reader.Read();
        return reader.TokenType is JsonTokenType.StartObject or JsonTokenType.Null
            ? null
            : $"json: cannot unmarshal {TypeName(reader.TokenType)} into Go value of type map[string]interface {{}}";
    }

    /// <summary>What a decoder calls a value that is of the wrong type.</summary>
    public static string TypeName(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "object",
        JsonTokenType.StartArray => "array",
        JsonTokenType.String => "string",
        JsonTokenType.Number => "number",
        _ => "bool",
    };

    /// <inheritdoc cref="TypeName(JsonTokenType)"/>
    public static string TypeName(JsonNode node) => node.GetValueKind() switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        _ => "bool",
    };
}
