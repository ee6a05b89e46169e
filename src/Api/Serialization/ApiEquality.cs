using System.Buffers;
using System.Text.Json;

namespace ActorKube.Api.Serialization;

/// <summary>Whether two records say the same: equal when their JSON is, so that null and empty are one where the API makes no difference.</summary>
public static class ApiEquality
{
    public static bool Same(IWritable? a, IWritable? b) =>
        ReferenceEquals(a, b) || (a is not null && b is not null && Text(a).AsSpan().SequenceEqual(Text(b)));

    /// <summary>Maps are written with their keys sorted, since their order says nothing.</summary>
    private static byte[] Text(IWritable value)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer, JsonLimits.WriterOptions))
        {
            value.Write(writer);
        }

        return CanonicalJson.Of(buffer.WrittenSpan);
    }
}
