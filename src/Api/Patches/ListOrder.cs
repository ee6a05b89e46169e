using System.Text.Json.Nodes;
using ActorKube.Api.Text;

namespace ActorKube.Api.Patches;

/// <summary>The order of a merged list's items. An item is known by its identity: its merge key, or itself where it is a scalar.</summary>
internal static class ListOrder
{
    /// <summary>Items that the patch names in its order, the others in the original's; what stood before an item in the original stays before it.</summary>
    public static JsonArray Arrange(
        List<JsonNode?> items, IReadOnlyList<string> patchOrder, IReadOnlyList<string> oldOrder, Func<JsonNode?, string> identity)
    {
        var inPatch = Positions(patchOrder);
        var inOld = Positions(oldOrder);
        var patched = items.Where(i => inPatch.ContainsKey(identity(i))).OrderBy(i => inPatch[identity(i)]).ToList();
        var others = items.Where(i => !inPatch.ContainsKey(identity(i))).OrderBy(i => inOld.GetValueOrDefault(identity(i), int.MaxValue)).ToList();
        var result = new JsonArray();
        var next = 0;
        foreach (var item in patched)
        {
            // What stood before the item in the original stays before it.
            while (next < others.Count && inOld.TryGetValue(identity(item), out var place)
                && inOld.TryGetValue(identity(others[next]), out var otherPlace) && otherPlace < place)
            {
                result.Add(others[next++]);
            }

            result.Add(item);
        }

        foreach (var item in others.Skip(next))
        {
            result.Add(item);
        }

        return result;
    }

    /// <summary>Makes sure that the items of a patch come in the order that its $setElementOrder wants.</summary>
    /// <exception cref="PatchException">They don't.</exception>
    public static void Check(JsonArray changes, List<string> wanted, Func<JsonNode?, string> identity)
    {
        if (wanted.Count == 0)
        {
            return;
        }

        var next = 0;
        foreach (var change in changes.Where(c => c is not JsonObject members || !members.ContainsKey(PatchDirectives.Patch)))
        {
            var place = wanted.IndexOf(identity(change), next);
            next = place < 0
                ? throw PatchException.Stuck($"The order in patch list:\n{GoMapText.Of(changes)}\n doesn't match $setElementOrder list:\n{string.Join(' ', wanted)}\n")
                : place + 1;
        }
    }

    private static Dictionary<string, int> Positions(IReadOnlyList<string> order)
    {
        var positions = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < order.Count; i++)
        {
            positions.TryAdd(order[i], i);
        }

        return positions;
    }
}
