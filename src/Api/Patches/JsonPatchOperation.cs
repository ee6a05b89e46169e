using System.Text.Json.Nodes;

namespace ActorKube.Api.Patches;

/// <summary>One operation of a JSON patch. Absent members are null.</summary>
internal sealed record JsonPatchOperation(string? Op, string? Path, string? From, JsonNode? Value)
{
    /// <exception cref="PatchException">The patch isn't an array of objects with texts where texts belong.</exception>
    public static List<JsonPatchOperation> ReadAll(JsonNode? patch) => patch switch
    {
        null => [],
        JsonArray items => [.. items.Select(Read)],
        _ => throw Wrong(patch, "value of type []handlers.jsonPatchOp"),
    };

    private static JsonPatchOperation Read(JsonNode? item) => item switch
    {
        null => new(null, null, null, null),
        JsonObject operation => new(Text(operation, "op"), Text(operation, "path"), Text(operation, "from"), operation["value"]),
        _ => throw Wrong(item, "value of type handlers.jsonPatchOp"),
    };

    private static string? Text(JsonObject operation, string name) => operation[name] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        var other => throw Wrong(other, $"struct field jsonPatchOp.{name} of type string"),
    };

    private static PatchException Wrong(JsonNode node, string target) =>
        new(PatchError.Malformed, $"error decoding patch: json: cannot unmarshal {JsonKind.Name(node)} into Go {target}");
}
