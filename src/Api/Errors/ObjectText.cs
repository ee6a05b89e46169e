using System.Buffers;
using System.Text;
using System.Text.Json;
using ActorKube.Api.Serialization;

namespace ActorKube.Api.Errors;

/// <summary>An API record as the JSON text that messages show.</summary>
internal static class ObjectText
{
    public static string Of(object value)
    {
        if (value is not IWritable record)
        {
            return value.ToString() ?? "";
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, JsonLimits.WriterOptions))
        {
            record.Write(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
