using System.Globalization;
using System.Text.Json.Nodes;

namespace ActorKube.Api.Patches;

/// <summary>The place that a JSON pointer (RFC 6901) names: a container and a key in it. What stands there may be absent.</summary>
internal readonly record struct JsonPointer(JsonNode Container, string Key)
{
    /// <returns>Null if there is no such container. The empty pointer has none.</returns>
    public static JsonPointer? Resolve(JsonNode root, string path)
    {
        var segments = path.Split('/');
        if (segments.Length < 2)
        {
            return null;
        }

        JsonNode? container = root;
        foreach (var segment in segments.AsSpan(1, segments.Length - 2))
        {
            container = container is null ? null : new JsonPointer(container, Decode(segment)).TryGet(out var next) ? next : null;
        }

        return container is JsonObject or JsonArray ? new JsonPointer(container, Decode(segments[^1])) : null;
    }

    /// <summary>The value there. An absent member of an object reads as null, an index outside of a list fails.</summary>
    public bool TryGet(out JsonNode? value)
    {
        value = null;
        if (Container is JsonArray items)
        {
            if (!TryIndex(items.Count, out var index) || index >= items.Count)
            {
                return false;
            }

            value = items[index];
            return true;
        }

        return Container is JsonObject members && (members.TryGetPropertyValue(Key, out value) || value is null);
    }

    /// <summary>Sets a member; inserts into a list, where <c>-</c> is its end.</summary>
    public bool TryAdd(JsonNode? value)
    {
        if (Container is not JsonArray items)
        {
            ((JsonObject)Container)[Key] = value;
            return true;
        }

        if (Key == "-")
        {
            items.Add(value);
            return true;
        }

        // Counting from the end, -1 is the place after the last item.
        if (!TryIndex(items.Count + 1, out var index) || index > items.Count)
        {
            return false;
        }

        items.Insert(index, value);
        return true;
    }

    public bool TryReplace(JsonNode? value)
    {
        if (!TryGet(out _))
        {
            return false;
        }

        if (Container is JsonArray items && TryIndex(items.Count, out var index))
        {
            items[index] = value;
            return true;
        }

        ((JsonObject)Container)[Key] = value;
        return true;
    }

    public bool TryRemove()
    {
        if (Container is not JsonArray items)
        {
            return ((JsonObject)Container).Remove(Key);
        }

        if (!TryIndex(items.Count, out var index) || index >= items.Count)
        {
            return false;
        }

        items.RemoveAt(index);
        return true;
    }

    private static string Decode(string segment) => !segment.Contains('~', StringComparison.Ordinal) ? segment
        : segment.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);

    private bool TryIndex(int count, out int index)
    {
        if (!int.TryParse(Key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out index))
        {
            return false;
        }

        index = index < 0 ? index + count : index;
        return index >= 0;
    }
}
