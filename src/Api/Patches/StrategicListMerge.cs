using System.Text.Json.Nodes;
using ActorKube.Api.Text;

namespace ActorKube.Api.Patches;

/// <summary>
/// Merges lists: scalars as sets, objects by their merge key. Items of the patch keep the patch's order, the others the
/// original's; the two are interleaved so that, as far as that allows, the order of the original holds.
/// </summary>
internal static class StrategicListMerge
{
    public static JsonArray Merge(JsonArray original, JsonArray patch, PatchSchema schema)
    {
        if (original.Count == 0 && patch.Count == 0)
        {
            return [];
        }

        var (old, changes) = (TakeItems(original), TakeItems(patch));
        if (!AreObjects(old, changes))
        {
            var both = old.Concat(changes).DistinctBy(ScalarKey.Of, StringComparer.Ordinal).ToList();
            return ListOrder.Arrange(both, [.. changes.Select(ScalarKey.Of)], [.. old.Select(ScalarKey.Of)], ScalarKey.Of);
        }

        var key = MergeKey(schema);
        (old, changes) = ApplyItemDirectives(old, changes, key);
        var oldOrder = old.ConvertAll(Key);
        var order = changes.ConvertAll(Key);
        return ListOrder.Arrange(MergeItems(old, changes, key, schema), order, oldOrder, Key);

        string Key(JsonNode? item) => KeyOf(item, key);
    }

    /// <summary>Applies <c>$setElementOrder/field</c> together with what the patch says of the field itself.</summary>
    public static void Ordered(JsonObject original, JsonObject patch, string field, JsonNode? directive, PatchSchema schema)
    {
        var order = AsList(directive);
        var (hadOld, hadChanges) = (original.ContainsKey(field), patch.ContainsKey(field));
        var old = AsList(StrategicMerge.Take(original, field));
        var changes = AsList(StrategicMerge.Take(patch, field));
        if (!hadOld && !hadChanges)
        {
            return;
        }

        Func<JsonNode?, string> identity = ScalarKey.Of;
        if (schema.MergeKey is { } key)
        {
            identity = item => KeyOf(item, key);
        }

        var wanted = order.Select(identity).ToList();
        ListOrder.Check(changes, wanted, identity);
        var oldOrder = old.Select(identity).ToList();
        if (!hadOld)
        {
            PatchDirectives.Strip(changes);
        }

        var merged = !hadOld ? changes : !hadChanges ? old
            : schema.Strategy.HasFlag(Schema.PatchStrategy.Merge) ? Merge(old, changes, schema) : changes;
        original[field] = ListOrder.Arrange(TakeItems(merged), wanted, oldOrder, identity);
    }

    /// <summary>Applies <c>$deleteFromPrimitiveList/field</c>.</summary>
    public static void Delete(JsonObject original, string field, JsonNode? directive)
    {
        switch (original[field], directive)
        {
            case (_, null):
                original.Remove(field);
                break;
            case (JsonArray items, JsonArray deleted):
                var gone = deleted.Select(ScalarKey.Of).ToHashSet(StringComparer.Ordinal);
                original[field] = new JsonArray([.. TakeItems(items).Where(i => !gone.Contains(ScalarKey.Of(i)))]);
                break;
        }
    }

    private static List<JsonNode?> MergeItems(List<JsonNode?> old, List<JsonNode?> changes, string key, PatchSchema schema)
    {
        List<JsonNode?> merged = [.. old];
        foreach (var change in changes)
        {
            var identity = KeyOf(change, key);
            var index = merged.FindIndex(item => KeyOf(item, key) == identity);
            if (index < 0)
            {
                merged.Add(change);
            }
            else
            {
                merged[index] = StrategicMerge.Objects((JsonObject)merged[index]!, (JsonObject)change!, schema.Item);
            }
        }

        return merged;
    }

    // Items {"$patch": "delete", key} remove, one item {"$patch": "replace"} makes the rest of the patch the whole list.
    private static (List<JsonNode?> Old, List<JsonNode?> Changes) ApplyItemDirectives(List<JsonNode?> old, List<JsonNode?> changes, string key)
    {
        List<JsonNode?> plain = [];
        var replace = false;
        foreach (var change in changes)
        {
            if (!((JsonObject)change!).TryGetPropertyValue(PatchDirectives.Patch, out var directive))
            {
                plain.Add(change);
                continue;
            }

            switch (ScalarKey.Of(directive))
            {
                case "\"delete\"":
                    var identity = KeyOf(change, key);
                    old.RemoveAll(item => KeyOf(item, key) == identity);
                    break;
                case "\"replace\"":
                    replace = true;
                    break;
                case "\"merge\"":
                    throw PatchException.Stuck("merging lists cannot yet be specified in the patch");
                default:
                    throw PatchException.Stuck($"unknown patch type: {directive} in map: {GoMapText.Of(change)}");
            }
        }

        return replace ? (plain, []) : (old, plain);
    }

    private static bool AreObjects(List<JsonNode?> old, List<JsonNode?> changes)
    {
        var kinds = old.Concat(changes).Select(i => i is JsonObject ? 'o' : i is JsonArray ? 'a' : 's').Distinct().ToArray();
        return kinds switch
        {
            ['o'] => true,
            ['s'] => false,
            ['a'] => throw PatchException.Inapplicable("lists of lists are not supported"),
            _ => throw PatchException.Stuck($"list element types are not identical: [{Text(old)} {Text(changes)}]"),
        };
    }

    private static string Text(List<JsonNode?> items) => $"[{string.Join(' ', items.Select(GoMapText.Of))}]";

    private static string MergeKey(PatchSchema schema) =>
        schema.MergeKey ?? throw PatchException.Stuck($"cannot merge lists without merge key for {schema.Item.Name}");

    private static string KeyOf(JsonNode? item, string key) => item switch
    {
        JsonObject members when members.TryGetPropertyValue(key, out var value) => ScalarKey.Of(value),
        JsonObject members => throw PatchException.Stuck($"map: {GoMapText.Of(members)} does not contain declared merge key: {key}"),
        _ => throw PatchException.Inapplicable($"expected an object, but received a {JsonKind.Name(item)}"),
    };

    private static JsonArray AsList(JsonNode? value) => value switch
    {
        null => [],
        JsonArray list => list,
        _ => throw PatchException.Stuck($"expected a []interface {{}}, but received a {JsonKind.Name(value)}"),
    };

    private static List<JsonNode?> TakeItems(JsonArray list)
    {
        List<JsonNode?> items = [.. list];
        list.Clear();
        return items;
    }
}
