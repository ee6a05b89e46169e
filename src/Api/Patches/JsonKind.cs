using System.Text.Json;
using System.Text.Json.Nodes;

namespace ActorKube.Api.Patches;

/// <summary>Kinds of JSON values, as error messages name them.</summary>
internal static class JsonKind
{
    public static string Name(JsonNode? node) => node?.GetValueKind() switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        JsonValueKind.True or JsonValueKind.False => "bool",
        _ => "null",
    };

    /// <summary>Levels of objects and lists in a value: 0 for a scalar.</summary>
    public static int Depth(JsonNode? node) => node switch
    {
        JsonObject o => 1 + (o.Count == 0 ? 0 : o.Max(p => Depth(p.Value))),
        JsonArray a => 1 + (a.Count == 0 ? 0 : a.Max(Depth)),
        _ => 0,
    };
}
