using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ActorKube.Api.Serialization;

/// <summary>JSON of the API as nodes and back, as deep as the API allows: what .NET does by default ends at 64 levels.</summary>
public static class JsonTree
{
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static JsonNode? Parse(ReadOnlySpan<byte> utf8) => JsonNode.Parse(utf8, documentOptions: JsonLimits.DocumentOptions);

    /// <exception cref="JsonException">The text is no JSON.</exception>
    /// <exception cref="InvalidOperationException">It is no object.</exception>
    public static JsonObject ParseObject(ReadOnlySpan<byte> utf8) => Parse(utf8)!.AsObject();

    /// <summary>The text of <paramref name="node"/>; null is written as the JSON null.</summary>
    public static ReadOnlyMemory<byte> ToUtf8(JsonNode? node)
    {
        if (node is null)
        {
            return "null"u8.ToArray();
        }

        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, JsonLimits.WriterOptions))
        {
            node.WriteTo(writer);
        }

        return buffer.WrittenMemory;
    }
}
