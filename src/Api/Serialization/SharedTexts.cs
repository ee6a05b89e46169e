using System.Buffers.Binary;
using System.Numerics;
using System.Text;
using System.Text.Json;

namespace ActorKube.Api.Serialization;

/// <summary>
/// The short texts of documents, most of which were read before: types, words of enumerations, labels. Who reads one gets the string that others got, as long as it isn't displaced by another; so
/// that parsed objects share their texts, and parsing makes few new ones. Thread-safe.
/// </summary>
public static class SharedTexts
{
    private const int Places = 8192;
    private const int Longest = 64;

    private static readonly string?[] Known = new string?[Places];

    /// <summary>The text, or the name of a field, at which the reader stands.</summary>
    /// <exception cref="InvalidOperationException">It stands at something else, or the text isn't UTF-8.</exception>
    public static string GetSharedString(this ref readonly Utf8JsonReader reader)
    {
        var text = reader.ValueSpan;
        return reader.TokenType is JsonTokenType.Null || reader.ValueIsEscaped || text.Length is 0 or > Longest || !Ascii.IsValid(text) ? reader.GetString() ?? "" : Get(text);
    }

    private static string Get(ReadOnlySpan<byte> ascii)
    {
        // A string that another thread puts in is complete when it can be seen.
        ref var place = ref Known[Hash(ascii) % Places];
        return place is { } known && Ascii.Equals(ascii, known) ? known : place = Encoding.ASCII.GetString(ascii);
    }

    /// <summary>Of both ends and the length: texts that differ only between them are few.</summary>
    private static uint Hash(ReadOnlySpan<byte> text)
    {
        ulong hash = 0;
        if (text.Length >= sizeof(ulong))
        {
            hash = BinaryPrimitives.ReadUInt64LittleEndian(text) ^ BitOperations.RotateLeft(BinaryPrimitives.ReadUInt64LittleEndian(text[^sizeof(ulong)..]), 23);
        }
        else
        {
            foreach (var letter in text)
            {
                hash = (hash << 8) | letter;
            }
        }

        return (uint)(((hash + (ulong)text.Length) * 0x9E3779B97F4A7C15) >> 32);
    }
}
