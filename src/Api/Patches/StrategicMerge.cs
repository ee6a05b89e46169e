using System.Text.Json.Nodes;
using ActorKube.Api.Text;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Patches;

/// <summary>Merges objects. Works in place: both arguments are consumed.</summary>
internal static class StrategicMerge
{
    public const string WrongElementOrder = "invalid patch format of setElementOrder list";
    private const string WrongPrimitiveList = "invalid patch format of primitive list";
    private const string WrongRetainKeys = "invalid patch format of retainKeys";

    public static JsonObject Objects(JsonObject original, JsonObject patch, PatchSchema schema)
    {
        if (patch.TryGetPropertyValue(PatchDirectives.Patch, out var directive))
        {
            return Directed(directive, patch);
        }

        RetainKeys(original, patch);
        foreach (var name in patch.Select(p => p.Key).ToArray())
        {
            if (PatchDirectives.Field(name, PatchDirectives.SetElementOrder, WrongElementOrder) is { } field)
            {
                var order = Take(patch, name);
                StrategicListMerge.Ordered(original, patch, field, order, schema.Member(field));
            }
        }

        foreach (var name in patch.Select(p => p.Key).ToArray())
        {
            var value = Take(patch, name);
            if (PatchDirectives.Field(name, PatchDirectives.DeleteFromPrimitiveList, WrongPrimitiveList) is { } field)
            {
                StrategicListMerge.Delete(original, field, value);
            }
            else
            {
                Member(original, name, value, schema.Member(name));
            }
        }

        return original;
    }

    /// <summary>Removes a member and returns its value, free to be put elsewhere.</summary>
    public static JsonNode? Take(JsonObject container, string name)
    {
        container.Remove(name, out var value);
        return value;
    }

    private static void Member(JsonObject original, string name, JsonNode? value, PatchSchema schema)
    {
        switch (original[name], value)
        {
            case (_, null):
                original.Remove(name);
                break;
            case (JsonObject old, JsonObject changes) when !schema.Strategy.HasFlag(PatchStrategy.Replace):
                original.Remove(name);
                original[name] = Objects(old, changes, schema);
                break;
            case (JsonArray old, JsonArray changes):
                original[name] = schema.Strategy.HasFlag(PatchStrategy.Merge) ? StrategicListMerge.Merge(old, changes, schema) : changes;
                break;
            case (JsonObject, JsonObject):
                original[name] = value;
                break;
            default:
                JsonNulls.Remove(value);
                original.Remove(name);
                if (PatchDirectives.Strip(value))
                {
                    original[name] = value;
                }

                break;
        }
    }

    private static JsonObject Directed(JsonNode? directive, JsonObject patch)
    {
        switch (directive is JsonValue value && value.TryGetValue<string>(out var text) ? text : null)
        {
            case "replace":
                patch.Remove(PatchDirectives.Patch);
                return patch;
            case "delete":
                return [];
            default:
                throw PatchException.Stuck($"unknown patch type: {directive} in map: {GoMapText.Of(patch)}");
        }
    }

    private static void RetainKeys(JsonObject original, JsonObject patch)
    {
        if (!patch.Remove(PatchDirectives.RetainKeys, out var directive))
        {
            return;
        }

        if (directive is not JsonArray list)
        {
            throw new PatchException(PatchError.Malformed, WrongRetainKeys);
        }

        var retained = list.Select(ScalarKey.Of).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, value) in patch)
        {
            var steers = name.StartsWith(PatchDirectives.DeleteFromPrimitiveList, StringComparison.Ordinal)
                || name.StartsWith(PatchDirectives.SetElementOrder, StringComparison.Ordinal);
            if (value is not null && !steers && !retained.Contains(ScalarKey.Of(name)))
            {
                throw new PatchException(PatchError.Malformed, WrongRetainKeys);
            }
        }

        foreach (var name in original.Select(p => p.Key).Where(n => !retained.Contains(ScalarKey.Of(n))).ToArray())
        {
            original.Remove(name);
        }
    }
}
