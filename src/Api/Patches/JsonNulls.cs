using System.Text.Json.Nodes;

namespace ActorKube.Api.Patches;

internal static class JsonNulls
{
    /// <summary>Removes members that are null, at any depth. Nulls that are items of lists stay.</summary>
    public static void Remove(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var name in members.Where(m => m.Value is null).Select(m => m.Key).ToArray())
                {
                    members.Remove(name);
                }

                foreach (var (_, value) in members)
                {
                    Remove(value);
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    Remove(item);
                }

                break;
        }
    }
}
