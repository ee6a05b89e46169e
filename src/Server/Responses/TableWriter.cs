using System.Globalization;
using System.Text.Json;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;

namespace ActorKube.Server.Responses;

/// <summary>What a row of a Table carries of its object: the query parameter <c>includeObject</c>.</summary>
public enum RowObject
{
    Metadata,
    None,
    Object,
}

/// <summary>Writes objects as the Table that kubectl prints.</summary>
public sealed class TableWriter(Kind kind, ObjectEncoder encoder, string version, RowObject rowObject, DateTimeOffset now)
{
    private readonly Kind _stored = kind.StoredAs ?? kind;

    /// <param name="withColumns">False for the events of a watch after the first.</param>
    public void Write(Utf8JsonWriter writer, IEnumerable<StoredObject> objects, ListMeta metadata, bool withColumns = true)
    {
        writer.WriteStartObject();
        writer.WriteString("kind"u8, "Table"u8);
        writer.WriteString("apiVersion"u8, "meta.k8s.io/" + version);
        writer.WritePropertyName("metadata"u8);
        metadata.Write(writer);
        writer.WritePropertyName("columnDefinitions"u8);
        WriteColumns(writer, withColumns);
        WriteRows(writer, objects);
        writer.WriteEndObject();
    }

    /// <summary>No rows are an empty list; of kinds that have no columns of their own they are null.</summary>
    private void WriteRows(Utf8JsonWriter writer, IEnumerable<StoredObject> objects)
    {
        writer.WritePropertyName("rows"u8);
        var any = false;
        foreach (var stored in objects)
        {
            if (!any)
            {
                writer.WriteStartArray();
                any = true;
            }

            WriteRow(writer, stored);
        }

        if (any)
        {
            writer.WriteEndArray();
        }
        else if (kind.Columns.Any(c => c.Name == CreatedAtTable.Heading))
        {
            writer.WriteNullValue();
        }
        else
        {
            writer.WriteStartArray();
            writer.WriteEndArray();
        }
    }

    private void WriteColumns(Utf8JsonWriter writer, bool withColumns)
    {
        if (!withColumns)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartArray();
        foreach (var column in kind.Columns)
        {
            writer.WriteStartObject();
            writer.WriteString("name"u8, column.Name);
            writer.WriteString("type"u8, column.Type);
            writer.WriteString("format"u8, column.Format);
            writer.WriteString("description"u8, column.Description);
            writer.WriteNumber("priority"u8, column.Priority);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void WriteRow(Utf8JsonWriter writer, StoredObject stored)
    {
        var value = kind.FromStored(stored.Read(_stored));
        writer.WriteStartObject();
        writer.WriteStartArray("cells"u8);
        foreach (var column in kind.Columns)
        {
            WriteCell(writer, column.Cell(value, now));
        }

        writer.WriteEndArray();
        WriteConditions(writer, kind.RowConditions(value));
        writer.WritePropertyName("object"u8);
        switch (rowObject)
        {
            case RowObject.None:
                writer.WriteNullValue();
                break;
            case RowObject.Object:
                writer.WriteRawValue(encoder.Full(stored).Span, skipInputValidation: true);
                break;
            default:
                ObjectEncoder.WriteMetadata(writer, value.Metadata with { ResourceVersion = Revisions.Text(stored.Revision) }, version);
                break;
        }

        writer.WriteEndObject();
    }

    private static void WriteConditions(Utf8JsonWriter writer, IReadOnlyList<RowCondition> conditions)
    {
        if (conditions.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("conditions"u8);
        foreach (var condition in conditions)
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, condition.Type);
            writer.WriteString("status"u8, "True"u8);
            writer.WriteString("reason"u8, condition.Reason);
            writer.WriteString("message"u8, condition.Message);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteCell(Utf8JsonWriter writer, object? cell)
    {
        switch (cell)
        {
            case null:
                writer.WriteNullValue();
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case int or long or short:
                writer.WriteNumberValue(Convert.ToInt64(cell, CultureInfo.InvariantCulture));
                break;
            default:
                writer.WriteStringValue(Convert.ToString(cell, CultureInfo.InvariantCulture));
                break;
        }
    }
}
