using System.Globalization;
using System.Text.Json;
using ActorKube.Api.Quantities;

namespace ActorKube.Api.Serialization;

/// <summary>The values of the API as JSON: what the generated codecs write with.</summary>
public static class ApiWriter
{
    /// <summary>RFC 3339 in UTC, to the second.</summary>
    public static void Time(Utf8JsonWriter writer, DateTimeOffset time) =>
        writer.WriteStringValue(time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));

    /// <summary>RFC 3339 in UTC, to the microsecond.</summary>
    public static void MicroTime(Utf8JsonWriter writer, DateTimeOffset time) =>
        writer.WriteStringValue(time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture));

    public static void Quantity(Utf8JsonWriter writer, Quantity quantity) => writer.WriteStringValue(quantity.ToString());

    public static void IntOrString(Utf8JsonWriter writer, IntOrString value)
    {
        if (value.IsString)
        {
            writer.WriteStringValue(value.Text);
        }
        else
        {
            writer.WriteNumberValue(value.IntValue);
        }
    }

    public static void Base64(Utf8JsonWriter writer, ReadOnlyMemory<byte> bytes) => writer.WriteBase64StringValue(bytes.Span);

    /// <summary>The record as UTF-8 JSON.</summary>
    public static ReadOnlyMemory<byte> ToUtf8(IWritable value)
    {
        using var buffer = new PooledBuffer();
        using (var writer = new Utf8JsonWriter(buffer, JsonLimits.WriterOptions))
        {
            value.Write(writer);
        }

        return buffer.ToArray();
    }

    /// <summary>The record that a JSON document holds; unknown fields are passed over.</summary>
    /// <exception cref="ApiDecodeException">A value has the wrong type.</exception>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static T FromUtf8<T>(ReadOnlySpan<byte> utf8)
        where T : IApiType<T>
    {
        var reader = new ApiReader(utf8);
        return T.Read(ref reader);
    }
}
