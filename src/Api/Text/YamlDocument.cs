using System.Text.Json.Nodes;

namespace ActorKube.Api.Text;

/// <summary>A YAML document as JSON.</summary>
/// <param name="Root">Null for an empty document.</param>
/// <param name="DuplicateKeys">Keys that came twice, the last one counts: <c>line 7: key "a" already set in map</c>.</param>
public sealed record YamlDocument(JsonNode? Root, IReadOnlyList<string> DuplicateKeys)
{
    /// <summary>What strict decoding says about the duplicate keys; null where there are none.</summary>
    public string? StrictError => DuplicateKeys.Count == 0 ? null : "yaml: unmarshal errors:\n  " + string.Join("\n  ", DuplicateKeys);
}
