using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using ActorKube.Api.Quantities;
using ActorKube.Api.Serialization;

namespace ActorKube.Api.AutoscalingV1;

/// <summary>The JSON of annotations. Names of fields are matched in any case, as Go reads them.</summary>
internal static class AnnotationJson
{
    public static string Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, JsonLimits.WriterOptions))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Null for an annotation that is absent, or that holds something else: Kubernetes ignores it then.</summary>
    public static T? Read<T>(string? annotation, Func<JsonElement, T?> read)
        where T : class
    {
        if (annotation is null)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(annotation);
            return read(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or ApiDecodeException)
        {
            return null;
        }
    }

    /// <summary>A list of objects, null when empty.</summary>
    public static IReadOnlyList<T>? ReadList<T>(string? annotation, Func<JsonElement, T> read) =>
        Read(annotation, array => array.EnumerateArray().Select(read).ToArray()) is { Length: > 0 } items ? items : null;

    public static bool TryGet(this JsonElement element, string name, [NotNullWhen(true)] out JsonElement? value)
    {
        value = null;
        foreach (var member in element.EnumerateObject())
        {
            if (member.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && member.Value.ValueKind != JsonValueKind.Null)
            {
                value = member.Value;
            }
        }

        return value is not null;
    }

    public static T? Object<T>(this JsonElement element, string name, Func<JsonElement, T> read)
        where T : class => element.TryGet(name, out var value) ? read(value.Value) : null;

    public static T? Record<T>(this JsonElement element, string name)
        where T : class, IApiType<T> => element.Object(name, ToRecord<T>);

    public static T ToRecord<T>(this JsonElement element)
        where T : IApiType<T>
    {
        var reader = new ApiReader(Encoding.UTF8.GetBytes(element.GetRawText()), null);
        return T.Read(ref reader);
    }

    public static string Text(this JsonElement element, string name) => element.TextOrNull(name) ?? "";

    public static string? TextOrNull(this JsonElement element, string name) => element.TryGet(name, out var value) ? value.Value.GetString() : null;

    public static int? Number(this JsonElement element, string name) => element.TryGet(name, out var value) ? value.Value.GetInt32() : null;

    public static Quantity? Amount(this JsonElement element, string name) => element.TryGet(name, out var value)
        ? Quantity.Parse(value.Value.ValueKind == JsonValueKind.String ? value.Value.GetString()! : value.Value.GetRawText())
        : null;

    public static void WriteOptional(this Utf8JsonWriter writer, string name, Quantity? amount)
    {
        if (amount is { } value)
        {
            writer.WriteString(name, value.ToString());
        }
    }

    public static void WriteOptional(this Utf8JsonWriter writer, string name, int? number)
    {
        if (number is { } value)
        {
            writer.WriteNumber(name, value);
        }
    }

    public static void WriteOptional(this Utf8JsonWriter writer, string name, IWritable? record)
    {
        if (record is not null)
        {
            writer.WritePropertyName(name);
            record.Write(writer);
        }
    }
}
