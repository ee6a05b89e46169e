using System.Text.Json;
using ActorKube.Api.Serialization;

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
            var found = reader.TokenType switch
            {
                JsonTokenType.StartArray => "array",
                JsonTokenType.String => "string",
                JsonTokenType.Number => "number",
                _ => "bool",
            };
            throw new ApiDecodeException(
                $"json: cannot unmarshal {found} into Go value of type struct {{ APIVersion string \"json:\\\"apiVersion,omitempty\\\"\"; Kind string \"json:\\\"kind,omitempty\\\"\" }}");
        }

        string? apiVersion = null;
        string? kind = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isVersion = reader.ValueTextEquals("apiVersion"u8);
            var isKind = reader.ValueTextEquals("kind"u8);
            reader.Read();
            if ((isVersion || isKind) && reader.TokenType == JsonTokenType.String)
            {
                (apiVersion, kind) = isVersion ? (reader.GetString(), kind) : (apiVersion, reader.GetString());
            }

            reader.Skip();
        }

        reader.Read();
        return (apiVersion, kind);
    }
}
