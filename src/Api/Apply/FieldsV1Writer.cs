using System.Buffers;
using System.Globalization;
using System.Text.Json;
using ActorKube.Api.Serialization;

namespace ActorKube.Api.Apply;

/// <summary>
/// The owners of a new object, written in one pass over its JSON: the same as <see cref="FieldManager.Update"/> gives for a create,
/// without building the object or a set. The steps come in the order of the object. Thread-safe.
/// </summary>
public sealed class FieldsV1Writer
{
    private readonly FieldManagerOptions _options;
    private readonly FieldPlan _plan;

    public FieldsV1Writer(FieldManagerOptions options)
    {
        _options = options;
        _plan = new FieldPlan(Shape.Of(options.Type), Slot.Of(options.Empty), options.Reset, Ownership.Unowned);
    }

    /// <summary>Writes the fields that the creator of an object owns: the value of <c>fieldsV1</c>, <c>{}</c> if it owns none.</summary>
    /// <param name="json">The object, as the codec of its type writes it.</param>
    /// <param name="output">Gets the JSON.</param>
    /// <returns>
    /// False, and nothing written, for what this pass can't do: lists with an item twice, with items without identity, or very long
    /// ones. <see cref="FieldManager.Update"/> can.
    /// </returns>
    /// <exception cref="JsonException">The bytes are no JSON.</exception>
    public bool TryWrite(ReadOnlySpan<byte> json, IBufferWriter<byte> output)
    {
        using var buffer = new RollbackBuffer();
        if (!TryWrite(json, buffer))
        {
            return false;
        }

        output.Write(buffer.Written);
        return true;
    }

    /// <summary>Writes the whole list for <c>metadata.managedFields</c>; nothing if the creator owns nothing.</summary>
    /// <inheritdoc cref="TryWrite(ReadOnlySpan{byte}, IBufferWriter{byte})"/>
    /// <param name="json">The object, as the codec of its type writes it.</param>
    /// <param name="manager">Name of the writer.</param>
    /// <param name="now">Time of the write.</param>
    /// <param name="output">Gets the JSON.</param>
    public bool TryWriteManagedFields(ReadOnlySpan<byte> json, string manager, DateTimeOffset now, IBufferWriter<byte> output)
    {
        using var buffer = new RollbackBuffer();
        if (!TryWrite(json, buffer))
        {
            return false;
        }

        if (buffer.Length > 2)
        {
            using var writer = new Utf8JsonWriter(output);
            writer.WriteStartArray();
            writer.WriteStartObject();
            writer.WriteString("manager"u8, manager.Length == 0 ? "unknown" : manager);
            writer.WriteString("operation"u8, "Update"u8);
            writer.WriteString("apiVersion"u8, _options.ApiVersion);
            writer.WriteString("time"u8, now.UtcDateTime.ToString(ManagedFieldsEntry.TimeFormat, CultureInfo.InvariantCulture));
            writer.WriteString("fieldsType"u8, "FieldsV1"u8);
            writer.WritePropertyName("fieldsV1"u8);
            writer.WriteRawValue(buffer.Written, skipInputValidation: true);
            if (_options.Subresource.Length > 0)
            {
                writer.WriteString("subresource"u8, _options.Subresource);
            }

            writer.WriteEndObject();
            writer.WriteEndArray();
        }

        return true;
    }

    private bool TryWrite(ReadOnlySpan<byte> json, RollbackBuffer buffer)
    {
        var reader = new Utf8JsonReader(json, JsonLimits.ReaderOptions);
        reader.Read();
        buffer.Append("{"u8);
        if (reader.TokenType != JsonTokenType.StartObject || !new FieldsV1Pass(buffer).Members(ref reader, _plan))
        {
            return false;
        }

        buffer.Append("}"u8);
        return true;
    }
}
