using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ActorKube.Api.Serialization;

namespace ActorKube.Api.Apply;

/// <summary>
/// One step of a field's path, in the form in which FieldsV1 writes it:
/// <c>f:name</c> a member, <c>k:{"name":"a"}</c> the item with these keys, <c>v:"x"</c> the item of that value, <c>i:0</c> the item at an index.
/// Equal steps have equal texts: keys are sorted and values written in one way.
/// </summary>
internal static class PathElement
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = JsonLimits.MaxDepth };

    /// <summary>Members come first, then items by key, by value, by index.</summary>
    public static readonly IComparer<string> Order = Comparer<string>.Create(Compare);

    public static string Field(string name) => "f:" + name;

    public static string Value(JsonNode value) => "v:" + value.ToJsonString(Compact);

    /// <param name="keys">Names and values, sorted by name.</param>
    public static string Key(IEnumerable<KeyValuePair<string, JsonNode?>> keys) =>
        "k:{" + string.Join(',', keys.Select(k => $"{JsonValue.Create(k.Key).ToJsonString(Compact)}:{k.Value?.ToJsonString(Compact) ?? "null"}")) + "}";

    /// <summary>Reads a step of FieldsV1.</summary>
    /// <returns>Null for a kind of step that isn't known; those are left out.</returns>
    /// <exception cref="FormatException">The text is no step.</exception>
    public static string? Parse(string text)
    {
        if (text.Length < 2 || text[1] != ':')
        {
            throw new FormatException($"no path element: {text}");
        }

        try
        {
            return text[0] switch
            {
                'f' => text,
                'v' => Value(JsonNode.Parse(text[2..]) ?? throw new FormatException($"no path element: {text}")),
                'k' => Key(((JsonObject)JsonNode.Parse(text[2..])!).OrderBy(k => k.Key, StringComparer.Ordinal)),
                'i' => "i:" + int.Parse(text.AsSpan(2), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
                _ => null,
            };
        }
        catch (Exception e) when (e is JsonException or InvalidCastException or OverflowException or ArgumentException)
        {
            throw new FormatException($"no path element: {text}", e);
        }
    }

    /// <summary>The step as messages show it: <c>.name</c>, <c>[name="a"]</c>, <c>[="x"]</c>, <c>[0]</c>.</summary>
    public static string Print(string element) => element[0] switch
    {
        'f' => "." + element[2..],
        'v' => $"[={element[2..]}]",
        'k' => $"[{string.Join(',', ((JsonObject)JsonNode.Parse(element[2..])!).Select(k => $"{k.Key}={k.Value?.ToJsonString(Compact) ?? "null"}"))}]",
        _ => $"[{element[2..]}]",
    };

    private static int Compare(string? x, string? y)
    {
        var kinds = Rank(x!).CompareTo(Rank(y!));
        return kinds != 0 ? kinds : string.CompareOrdinal(x, y);
    }

    private static int Rank(string element) => element[0] switch { 'f' => 0, 'k' => 1, 'v' => 2, _ => 3 };
}
