using System.Text.Json;

namespace ActorKube.Server.Tests.OpenApi;

internal static class JsonWalk
{
    /// <summary>The values of a property anywhere in a document.</summary>
    public static IEnumerable<JsonElement> All(JsonElement element, string property) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => p.Name == property ? [p.Value, .. All(p.Value, property)] : All(p.Value, property)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(e => All(e, property)),
        _ => [],
    };

    /// <summary>References that lead nowhere.</summary>
    public static IEnumerable<string> Unresolved(JsonElement document) => All(document, "$ref")
        .Where(r => r.ValueKind == JsonValueKind.String)
        .Select(r => r.GetString()!)
        .Distinct()
        .Where(r => !Resolves(document, r));

    private static bool Resolves(JsonElement document, string reference) =>
        reference.Split('/').Skip(1).Aggregate((JsonElement?)document, (at, name) => at?.TryGetProperty(name, out var next) == true ? next : null) is not null;
}
