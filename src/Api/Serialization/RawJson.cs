using System.Text;
using System.Text.Json;

namespace ActorKube.Api.Serialization;

/// <summary>Any JSON value, kept as the UTF-8 text that it came as. Immutable; equal when the texts are.</summary>
public sealed class RawJson(ReadOnlyMemory<byte> utf8) : IEquatable<RawJson>
{
    public ReadOnlyMemory<byte> Utf8 { get; } = utf8;

    /// <summary>Takes JSON text.</summary>
    public static RawJson Parse(string json) => new(Encoding.UTF8.GetBytes(json));

    public void Write(Utf8JsonWriter writer) => writer.WriteRawValue(Utf8.Span, skipInputValidation: true);

    public bool Equals(RawJson? other) => other is not null && Utf8.Span.SequenceEqual(other.Utf8.Span);

    public override bool Equals(object? obj) => Equals(obj as RawJson);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(Utf8.Span);
        return hash.ToHashCode();
    }

    public override string ToString() => Encoding.UTF8.GetString(Utf8.Span);
}
