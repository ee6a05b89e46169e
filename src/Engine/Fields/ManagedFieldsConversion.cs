using System.Text.Json;
using System.Text.Json.Nodes;
using ActorKube.Api.Apply;
using ActorKube.Api.Serialization;
using Entry = ActorKube.Api.Meta.ManagedFieldsEntry;

namespace ActorKube.Engine.Fields;

/// <summary>Between managedFields as the algebra of ownership has them and as objects carry them.</summary>
public static class ManagedFieldsConversion
{
    public static IReadOnlyList<Entry>? ToRecords(ManagedFields managed) => managed.IsEmpty ? null : [.. managed.Entries.Select(e => new Entry
    {
        Manager = e.Manager,
        Operation = e.Operation.ToString(),
        ApiVersion = e.ApiVersion,
        Time = e.Time,
        FieldsType = "FieldsV1",
        FieldsV1 = new RawJson(ToUtf8(e.Fields)),
        Subresource = e.Subresource.Length == 0 ? null : e.Subresource,
    })];

    /// <exception cref="FormatException">An entry is none.</exception>
    public static ManagedFields FromRecords(IReadOnlyList<Entry>? entries) =>
        entries is null ? ManagedFields.Empty : ManagedFields.Read(new JsonArray([.. entries.Select(e => JsonTree.Parse(ApiWriter.ToUtf8(e).Span))]));

    /// <summary>Whether both say the same of owners, whatever their times.</summary>
    public static bool Same(ManagedFields managed, IReadOnlyList<Entry>? entries) => managed.EqualsIgnoringTimes(FromRecords(entries));

    private static ReadOnlyMemory<byte> ToUtf8(FieldSet fields)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, JsonLimits.WriterOptions))
        {
            FieldsV1.Write(fields, writer);
        }

        return buffer.WrittenMemory;
    }
}
