using System.Text.Json;

namespace ActorKube.Api.Serialization;

/// <summary>JSON with the members of every object in ordinal order: equal documents give equal bytes.</summary>
public static class CanonicalJson
{
    public static byte[] Of(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, JsonLimits.ReaderOptions);
        using var document = JsonDocument.ParseValue(ref reader);
        using var buffer = new PooledBuffer();
        using (var writer = new Utf8JsonWriter(buffer, JsonLimits.WriterOptions))
        {
            Write(writer, document.RootElement);
        }

        return buffer.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in element.EnumerateObject().OrderBy(m => m.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }
}
