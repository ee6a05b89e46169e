using System.Text.Json.Nodes;

namespace ActorKube.Api.Text;

/// <summary>JSON as Go prints the maps that it is read into: <c>map[spec:map[replicas:3]]</c>.</summary>
public static class GoMapText
{
    public static string Of(JsonNode? node) => node switch
    {
        null => "<nil>",
        JsonObject members => $"map[{string.Join(' ', members.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => $"{m.Key}:{Of(m.Value)}"))}]",
        JsonArray items => $"[{string.Join(' ', items.Select(Of))}]",
        _ => node.ToString(),
    };
}
