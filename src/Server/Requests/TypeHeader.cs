using System.Text.Json;
using ActorKube.Api.Serialization;
using ActorKube.Api.Text;

namespace ActorKube.Server.Requests;

/// <summary>Reads apiVersion and kind of a document, and makes sure that all of it is JSON.</summary>
internal static class TypeHeader
{
    /// <exception cref="JsonException">The text is not one JSON value.</exception>
    /// <exception cref="ApiDecodeException">It is neither an object nor null, or a name is no text.</exception>
    public static (string? ApiVersion, string? Kind) Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = JsonLimits.MaxDepth });
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
        {
            return (null, null);
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new ApiDecodeException(
                $"json: cannot unmarshal {GoJson.TypeName(reader.TokenType)} into Go value of type struct {{ APIVersion string \"json:\\\"apiVersion,omitempty\\\"\"; Kind string \"json:\\\"kind,omitempty\\\"\" }}");
        }

        string? apiVersion = null;
        string? kind = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            // Go finds the names of a struct's fields whatever their case.
            var name = reader.GetString()!;
            reader.Read();
            if (name.Equals("apiVersion", StringComparison.OrdinalIgnoreCase))
            {
                apiVersion = Text(ref reader, "apiVersion") ?? apiVersion;
            }
            else if (name.Equals("kind", StringComparison.OrdinalIgnoreCase))
            {
                kind = Text(ref reader, "kind") ?? kind;
            }

            reader.Skip();
        }

        reader.Read();
        return (apiVersion, kind);
    }

    /// <summary>Null for null, which leaves the field as it was.</summary>
    private static string? Text(ref Utf8JsonReader reader, string field) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Null => null,
        var other => throw new ApiDecodeException($"json: cannot unmarshal {GoJson.TypeName(other)} into Go struct field .{field} of type string"),
    };
}
