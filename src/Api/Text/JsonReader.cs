using System.Text.Json;
using System.Text.Json.Nodes;
using ActorKube.Api.Serialization;

namespace ActorKube.Api.Text;

/// <summary>A JSON text as nodes.</summary>
/// <param name="Root">Null for the JSON null.</param>
/// <param name="DuplicateFields">Members that came twice, the last one counts; as strict decoding reports them: <c>duplicate field "metadata.name"</c>.</param>
public sealed record JsonText(JsonNode? Root, IReadOnlyList<string> DuplicateFields);

/// <summary>
/// Reads JSON from outside. Unlike <see cref="JsonNode.Parse(string, JsonNodeOptions?, JsonDocumentOptions)"/> it takes members that come
/// twice, tells which, and gives errors in the words of Kubernetes.
/// </summary>
public static class JsonReader
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = JsonLimits.MaxDepth };

    /// <exception cref="JsonTextException">The bytes are no JSON, or nested deeper than <see cref="JsonLimits.MaxDepth"/>.</exception>
    public static JsonText Read(ReadOnlyMemory<byte> json)
    {
        var utf8 = JsonRepair.Repair(json).Span;
        List<string> duplicates = [];
        try
        {
            var reader = new Utf8JsonReader(utf8, Options);
            reader.Read();
            var root = Value(ref reader, "", duplicates);
            reader.Read();
            return new JsonText(root, duplicates);
        }
        catch (JsonException e)
        {
            throw new JsonTextException(JsonSyntax.FindError(utf8) ?? e.Message);
        }
    }

    private static JsonNode? Value(ref Utf8JsonReader reader, string path, List<string> duplicates)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return Members(ref reader, path, duplicates);
            case JsonTokenType.StartArray:
                return Items(ref reader, path, duplicates);
            case JsonTokenType.String:
                return JsonValue.Create(reader.GetString());
            case JsonTokenType.True or JsonTokenType.False:
                return JsonValue.Create(reader.GetBoolean());
            case JsonTokenType.Number:
                return reader.TryGetInt64(out var integer) ? JsonValue.Create(integer) : JsonNode.Parse(ref reader);
            default:
                return null;
        }
    }

    private static JsonObject Members(ref Utf8JsonReader reader, string path, List<string> duplicates)
    {
        var members = new JsonObject();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            var child = path.Length == 0 ? name : $"{path}.{name}";
            reader.Read();
            var value = Value(ref reader, child, duplicates);
            if (!members.TryAdd(name, value))
            {
                duplicates.Add($"duplicate field \"{child}\"");
                members[name] = value;
            }
        }

        return members;
    }

    private static JsonArray Items(ref Utf8JsonReader reader, string path, List<string> duplicates)
    {
        var items = new JsonArray();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(Value(ref reader, $"{path}[{items.Count}]", duplicates));
        }

        return items;
    }
}
