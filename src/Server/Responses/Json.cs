using System.Buffers;
using System.Text.Json;
using ActorKube.Api.Serialization;

namespace ActorKube.Server.Responses;

/// <summary>Writes JSON into memory.</summary>
internal static class Json
{
    public static ReadOnlyMemory<byte> Of(Action<Utf8JsonWriter> write) => Of(write, JsonLimits.WriterOptions);

    public static ReadOnlyMemory<byte> Of(Action<Utf8JsonWriter> write, JsonWriterOptions options)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, options))
        {
            write(writer);
        }

        return buffer.WrittenMemory;
    }
}
