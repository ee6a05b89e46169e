using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ActorKube.Api.Errors;

namespace ActorKube.Api.Patches;

/// <summary>JSON as Go prints untyped maps and slices: <c>map[a:1 b:[x y]]</c>, keys in order, texts bare.</summary>
public static class PlainText
{
    /// <summary>The text as a Go string literal.</summary>
    public static string Quoted(JsonNode? node) => GoQuote.Text(Of(node));

    public static string Of(JsonNode? node) => node switch
    {
        null => "<nil>",
        JsonObject members => $"map[{string.Join(' ', members.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => $"{m.Key}:{Of(m.Value)}"))}]",
        JsonArray items => $"[{string.Join(' ', items.Select(Of))}]",
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => Number(value),
        _ => node.ToJsonString(),
    };

    private static string Number(JsonValue value) => value.TryGetValue<long>(out var integer)
        ? integer.ToString(CultureInfo.InvariantCulture)
        : value.GetValue<double>().ToString("R", CultureInfo.InvariantCulture);
}
