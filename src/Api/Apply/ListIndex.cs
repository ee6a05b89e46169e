using System.Text.Json.Nodes;

namespace ActorKube.Api.Apply;

/// <summary>The items of a set or keyed list with the steps of their paths.</summary>
internal static class ListIndex
{
    /// <exception cref="ApplyException">An item has no identity.</exception>
    public static List<(string Element, JsonNode? Item)> Of(JsonArray? list, Shape shape)
    {
        List<(string, JsonNode?)> items = new(list?.Count ?? 0);
        for (var i = 0; i < list?.Count; i++)
        {
            var element = TryIdentify(list[i], shape, out var error)
                ?? throw new ApplyException(ApplyError.Untyped, $"element {i}: {error}");
            items.Add((element, list[i]));
        }

        return items;
    }

    /// <summary>The step of an item; null with an error if it has none.</summary>
    public static string? TryIdentify(JsonNode? item, Shape shape, out string? error) =>
        shape.Kind == ShapeKind.Keyed ? ByKeys(item, shape, out error) : ByValue(item, out error);

    private static string? ByValue(JsonNode? item, out string? error)
    {
        error = item switch
        {
            null => "associative list without keys has an element that's an explicit null",
            JsonObject => "associative list without keys has an element that's a map type",
            JsonArray => "not supported: associative list with lists as elements",
            _ => null,
        };
        return error is null ? PathElement.Value(item!) : null;
    }

    private static string? ByKeys(JsonNode? item, Shape shape, out string? error)
    {
        if (item is not JsonObject members)
        {
            error = item is null ? "associative list with keys may not have a null element" : "associative list with keys may not have non-map elements";
            return null;
        }

        List<KeyValuePair<string, JsonNode?>> keys = new(shape.Keys.Count);
        foreach (var key in shape.Keys)
        {
            if (!members.TryGetPropertyValue(key, out var value))
            {
                if (shape.KeyDefault(key) is not { } defaultValue)
                {
                    error = $"associative list with keys has an element that omits key field \"{key}\" (and doesn't have default value)";
                    return null;
                }

                value = JsonNode.Parse(defaultValue);
            }

            keys.Add(new(key, value));
        }

        if (keys.Count > 1)
        {
            keys.Sort((a, b) => string.CompareOrdinal(a.Key, b.Key));
        }

        error = null;
        return PathElement.Key(keys);
    }
}
