using System.Text.Json;
using System.Text.Json.Nodes;
using ActorKube.Api.Schema;
using ActorKube.Api.Text;

namespace ActorKube.Api.Patches;

/// <summary>
/// Why an untyped document is no object of a type, in the words of Kubernetes' converter from unstructured content,
/// which strategic merge patches go through instead of JSON.
/// </summary>
public static class UntypedConversion
{
    /// <returns>The first mismatch in the order of the type's fields; null if there is none.</returns>
    public static string? FindError(JsonNode? node, TypeModel type) => Find(node, new ObjectModel(() => type));

    private static string? Find(JsonNode? node, ValueModel type) => (node, type) switch
    {
        (null, _) => null,
        (JsonObject members, ObjectModel o) => o.Type.Fields.Select(f => Find(members[f.Name], f.Type)).FirstOrDefault(e => e is not null),
        (_, ObjectModel) => $"cannot restore struct from: {Kind(node)}",
        (JsonObject members, MapModel map) => members.Select(m => Find(m.Value, map.Value)).FirstOrDefault(e => e is not null),
        (_, MapModel) => $"cannot restore map from {Kind(node)}",
        (JsonArray items, ListModel list) => items.Select(i => Find(i, list.Item)).FirstOrDefault(e => e is not null),
        (_, ListModel) => $"cannot restore slice from {Kind(node)}",
        (_, ScalarModel scalar) => FindScalar(node, scalar.Kind),
        _ => null,
    };

    private static string? FindScalar(JsonNode node, ScalarKind type) => (node.GetValueKind(), type) switch
    {
        (JsonValueKind.String, ScalarKind.String) => null,
        (JsonValueKind.True or JsonValueKind.False, ScalarKind.Boolean) => null,
        (JsonValueKind.Number, ScalarKind.Int32 or ScalarKind.Int64) =>
            IsFloat(node) && node.GetValue<double>() % 1 != 0 ? $"cannot convert float64 to {GoName(type)}" : null,
        (JsonValueKind.Number, ScalarKind.Double) => null,
        (JsonValueKind.Number, ScalarKind.String) when !IsFloat(node) => "cannot convert int64 to string",
        (_, ScalarKind.String or ScalarKind.Boolean or ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.Double) => $"unrecognized type: {GoName(type)}",
        (JsonValueKind.String, ScalarKind.Bytes) => FindBase64(node.GetValue<string>()),
        (_, ScalarKind.Bytes) => $"cannot restore slice from {Kind(node)}",
        (not JsonValueKind.String, ScalarKind.Time or ScalarKind.MicroTime) => $"json: cannot unmarshal {GoJson.TypeName(node)} into Go value of type string",
        (_, ScalarKind.Time or ScalarKind.MicroTime) => GoTime.TryParse(node.GetValue<string>(), type == ScalarKind.MicroTime, out _, out var error) ? null : error,
        (not (JsonValueKind.String or JsonValueKind.Number), ScalarKind.IntOrString) => $"json: cannot unmarshal {GoJson.TypeName(node)} into Go value of type int32",
        _ => null,
    };

    private static string? FindBase64(string text) =>
        GoBase64.TryDecode(text, out _, out var badAt) ? null : $"error decoding from json: illegal base64 data at input byte {badAt}";

    /// <summary>What Go calls the kind of a value that came from JSON.</summary>
    private static string Kind(JsonNode node) => node.GetValueKind() switch
    {
        JsonValueKind.Object => "map",
        JsonValueKind.Array => "slice",
        JsonValueKind.String => "string",
        JsonValueKind.Number => IsFloat(node) ? "float64" : "int64",
        _ => "bool",
    };

    private static bool IsFloat(JsonNode node) => node.ToJsonString().AsSpan().IndexOfAny('.', 'e', 'E') >= 0;

    private static string GoName(ScalarKind kind) => kind switch
    {
        ScalarKind.Int32 => "int32",
        ScalarKind.Int64 => "int64",
        ScalarKind.Boolean => "bool",
        ScalarKind.Double => "float64",
        _ => "string",
    };
}
