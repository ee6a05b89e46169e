using System.Text.Json.Nodes;

namespace ActorKube.Api.Patches;

/// <summary>JSON Merge Patch (RFC 7386): objects merge, null removes, everything else replaces.</summary>
public static class JsonMergePatch
{
    /// <summary>Applies the patch to an object. Both are left as they are.</summary>
    /// <exception cref="PatchException">The patch is no object.</exception>
    public static JsonObject Apply(JsonObject document, JsonNode? patch)
    {
        if (patch is not JsonObject changes)
        {
            throw new PatchException(
                PatchError.Malformed, $"error decoding patch: json: cannot unmarshal {JsonKind.Name(patch)} into Go value of type map[string]interface {{}}");
        }

        var result = (JsonObject)document.DeepClone();
        Merge(result, changes);
        return result;
    }

    private static void Merge(JsonObject target, JsonObject patch)
    {
        foreach (var (name, value) in patch)
        {
            switch (value)
            {
                case null:
                    target.Remove(name);
                    break;
                case JsonObject members when target[name] is JsonObject inner:
                    Merge(inner, members);
                    break;
                default:
                    var copy = value.DeepClone();
                    JsonNulls.Remove(copy);
                    target[name] = copy;
                    break;
            }
        }
    }
}
