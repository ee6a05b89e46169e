using System.Text.Json.Nodes;
using ActorKube.Api.Text;

namespace ActorKube.Server.Rest;

/// <summary>What strict decoding finds in the text of a JSON patch: members that an operation doesn't have, or has twice.</summary>
internal static class JsonPatchFindings
{
    private static readonly string[] Members = ["op", "path", "from", "value"];

    public static IEnumerable<string> Of(JsonText patch)
    {
        var unknown = (patch.Root as JsonArray ?? []).SelectMany((operation, i) => operation is JsonObject o
            ? o.Where(m => !Members.Contains(m.Key)).Select(m => $"unknown field \"[{i}].{m.Key}\"")
            : []);
        return patch.DuplicateFields.Concat(unknown).Select(finding => "json patch " + finding);
    }
}
