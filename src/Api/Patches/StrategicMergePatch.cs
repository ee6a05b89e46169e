using System.Text.Json.Nodes;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Patches;

/// <summary>
/// Strategic merge patch: a merge patch whose lists merge item by item where the schema says so, steered by
/// <c>$patch: replace|delete</c>, <c>$retainKeys</c>, <c>$setElementOrder/x</c> and <c>$deleteFromPrimitiveList/x</c>.
/// </summary>
public static class StrategicMergePatch
{
    /// <summary>Applies the patch to an object of the given type. Both are left as they are.</summary>
    /// <exception cref="PatchException">The patch is malformed or doesn't fit the object.</exception>
    public static JsonObject Apply(JsonObject document, JsonNode? patch, TypeModel type)
    {
        if (patch is not JsonObject changes)
        {
            throw new PatchException(
                PatchError.Malformed, $"json: cannot unmarshal {JsonKind.Name(patch)} into Go value of type map[string]interface {{}}");
        }

        var schema = new PatchSchema(new ObjectModel(() => type));
        return StrategicMerge.Objects((JsonObject)document.DeepClone(), (JsonObject)changes.DeepClone(), schema);
    }
}
