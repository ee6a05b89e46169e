using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ActorKube.Api.Text;

/// <summary>
/// Writes JSON as YAML the way Kubernetes does: keys in natural order, lists at the level of their key, texts in quotes where
/// they would be read as something else, texts of several lines as blocks.
/// </summary>
public static class YamlWriter
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 1000 };

    /// <param name="json">A JSON document.</param>
    /// <returns>A YAML document that ends in a line feed.</returns>
    /// <exception cref="JsonException">The bytes are no JSON.</exception>
    public static string Write(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json, Options);
        return Write(document.RootElement);
    }

    /// <inheritdoc cref="Write(ReadOnlyMemory{byte})"/>
    public static string Write(JsonElement root)
    {
        var output = new StringBuilder();
        WriteValue(output, root, 0);
        if (output[^1] != '\n')
        {
            output.Append('\n');
        }

        return output.ToString();
    }

    // Writes a value whose first line has begun already. "indent" is the level of the members or items of the value.
    private static void WriteValue(StringBuilder output, JsonElement value, int indent)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when value.EnumerateObject().Any():
                WriteMembers(output, value, indent);
                break;
            case JsonValueKind.Array when value.GetArrayLength() > 0:
                WriteItems(output, value, indent);
                break;
            default:
                WriteScalar(output, value, indent);
                output.Append('\n');
                break;
        }
    }

    private static void WriteMembers(StringBuilder output, JsonElement value, int indent)
    {
        var first = true;
        foreach (var member in value.EnumerateObject().OrderBy(m => m.Name, NaturalOrder.Instance))
        {
            output.Append(' ', first ? 0 : indent);
            first = false;
            output.Append(YamlText.Inline(member.Name)).Append(':');
            switch (member.Value.ValueKind)
            {
                case JsonValueKind.Object when member.Value.EnumerateObject().Any():
                    output.Append('\n').Append(' ', indent + 2);
                    WriteMembers(output, member.Value, indent + 2);
                    break;
                case JsonValueKind.Array when member.Value.GetArrayLength() > 0:
                    output.Append('\n').Append(' ', indent);
                    WriteItems(output, member.Value, indent);
                    break;
                default:
                    output.Append(' ');
                    WriteScalar(output, member.Value, indent + 2);
                    output.Append('\n');
                    break;
            }
        }
    }

    private static void WriteItems(StringBuilder output, JsonElement value, int indent)
    {
        var first = true;
        foreach (var item in value.EnumerateArray())
        {
            output.Append(' ', first ? 0 : indent).Append("- ");
            first = false;
            WriteValue(output, item, indent + 2);
        }
    }

    private static void WriteScalar(StringBuilder output, JsonElement value, int indent)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                output.Append("{}");
                break;
            case JsonValueKind.Array:
                output.Append("[]");
                break;
            case JsonValueKind.String:
                YamlText.Append(output, value.GetString()!, indent);
                break;
            case JsonValueKind.Number:
                AppendNumber(output, value);
                break;
            default:
                output.Append(value.GetRawText());
                break;
        }
    }

    private static void AppendNumber(StringBuilder output, JsonElement value)
    {
        if (value.TryGetInt64(out _) || value.TryGetUInt64(out _))
        {
            output.Append(value.GetRawText());
        }
        else
        {
            output.Append(value.GetDouble().ToString("R", CultureInfo.InvariantCulture).Replace('E', 'e'));
        }
    }
}
