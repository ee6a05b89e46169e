using System.Buffers;
using System.Text;
using System.Text.Json;
using ActorKube.Api.Serialization;

namespace ActorKube.Api.Core;

/// <summary>What differs between two records, a line for each value: the part of a message that people read.</summary>
internal static class SpecDiff
{
    /// <summary>Lines of the old values marked with -, of the new ones with +, in braces.</summary>
    public static string Of(IWritable previous, IWritable next)
    {
        var text = new StringBuilder("  {\n");
        var (before, after) = (Flatten(previous), Flatten(next));
        foreach (var path in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal))
        {
            var (old, now) = (before.GetValueOrDefault(path), after.GetValueOrDefault(path));
            if (old != now)
            {
                Line('-', path, old);
                Line('+', path, now);
            }
        }

        return text.Append("  }\n").ToString();

        void Line(char mark, string path, string? value)
        {
            if (value is not null)
            {
                text.Append(mark).Append(" \t").Append(path).Append(": ").Append(value).Append('\n');
            }
        }
    }

    private static Dictionary<string, string> Flatten(IWritable value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, JsonLimits.WriterOptions))
        {
            value.Write(writer);
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        using var document = JsonDocument.Parse(buffer.WrittenMemory, JsonLimits.DocumentOptions);
        Add("", document.RootElement, values);
        return values;
    }

    private static void Add(string path, JsonElement element, Dictionary<string, string> values)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object when element.EnumerateObject().Any():
                foreach (var member in element.EnumerateObject())
                {
                    Add(path.Length == 0 ? member.Name : path + "." + member.Name, member.Value, values);
                }

                break;
            case JsonValueKind.Array when element.GetArrayLength() > 0:
                var index = 0;
                foreach (var item in element.EnumerateArray())
                {
                    Add($"{path}[{index++}]", item, values);
                }

                break;
            default:
                values[path] = element.GetRawText();
                break;
        }
    }
}
