using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Apply;

/// <summary>Checks an applied configuration against the schema, with the messages of structured-merge-diff.</summary>
internal static class ObjectCheck
{
    /// <returns>What is wrong, null if nothing: <c>.spec.nope: field not declared in schema</c>.</returns>
    public static string? Find(JsonObject document, TypeModel type)
    {
        List<string> errors = [];
        Visit(document, Shape.Of(type), "", errors);
        return errors.Count switch
        {
            0 => null,
            1 => errors[0],
            _ => "errors:\n  " + string.Join("\n  ", errors),
        };
    }

    private static void Visit(JsonNode? value, Shape shape, string path, List<string> errors)
    {
        switch (shape.Type)
        {
            case ScalarModel { Kind: ScalarKind.Any }:
                break;
            case ScalarModel scalar:
                Report(ScalarError(value, scalar.Kind), path, errors);
                break;
            case ListModel when value is not (null or JsonArray):
                errors.Add($"{path}: expected list, got &{{{Print(value)}}}");
                break;
            case ListModel:
                Items(value as JsonArray ?? [], shape, path, errors);
                break;
            case var _ when value is not (null or JsonObject):
                errors.Add($"{path}: expected map, got &{{{Print(value)}}}");
                break;
            default:
                Members(value as JsonObject ?? [], shape, path, errors);
                break;
        }
    }

    private static void Members(JsonObject members, Shape shape, string path, List<string> errors)
    {
        foreach (var (name, value) in members)
        {
            if (shape.Type is ObjectModel && !shape.Declares(name))
            {
                errors.Add($"{path}.{name}: field not declared in schema");
                return;
            }

            Visit(value, shape.Member(name), $"{path}.{name}", errors);
        }
    }

    private static void Items(JsonArray items, Shape shape, string path, List<string> errors)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        for (var i = 0; i < items.Count; i++)
        {
            var step = string.Create(CultureInfo.InvariantCulture, $"[{i}]");
            if (shape.Kind is ShapeKind.Set or ShapeKind.Keyed)
            {
                var element = ListIndex.TryIdentify(items[i], shape, out var error);
                if (element is null)
                {
                    errors.Add($"{path}: element {i}: {error}");
                    return;
                }

                step = PathElement.Print(element);
                Report(seen.Add(element) ? null : $"duplicate entries for key {step}", path, errors);
            }

            Visit(items[i], shape.Item, path + step, errors);
        }
    }

    private static void Report(string? error, string path, List<string> errors)
    {
        if (error is not null)
        {
            errors.Add($"{path}: {error}");
        }
    }

    private static string? ScalarError(JsonNode? value, ScalarKind kind)
    {
        var json = value?.GetValueKind() ?? JsonValueKind.Null;
        var isScalar = json is not (JsonValueKind.Object or JsonValueKind.Array);
        return (json, kind) switch
        {
            (JsonValueKind.Null, _) => null,
            (_, ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.Double) =>
                json == JsonValueKind.Number ? null : $"expected numeric (int or float), got {GoType(json, value!)}",
            (_, ScalarKind.Boolean) => json is JsonValueKind.True or JsonValueKind.False ? null : $"expected boolean, got &{{{Print(value)}}}",
            (_, ScalarKind.IntOrString or ScalarKind.Quantity or ScalarKind.Time or ScalarKind.MicroTime) =>
                isScalar ? null : $"expected any scalar, got &{{{Print(value)}}}",
            _ => json == JsonValueKind.String ? null : $"expected string, got &value.valueUnstructured{{Value:{value!.ToJsonString()}}}",
        };
    }

    private static string GoType(JsonValueKind kind, JsonNode value) => kind switch
    {
        JsonValueKind.String => "string",
        JsonValueKind.True or JsonValueKind.False => "bool",
        JsonValueKind.Array => "[]interface {}",
        JsonValueKind.Object => "map[string]interface {}",
        _ => value.ToJsonString().Contains('.', StringComparison.Ordinal) ? "float64" : "int64",
    };

    // As Go prints values: lists in brackets, maps as map[key:value].
    private static string Print(JsonNode? value) => value switch
    {
        null => "<nil>",
        JsonArray items => $"[{string.Join(' ', items.Select(Print))}]",
        JsonObject members => $"map[{string.Join(' ', members.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => $"{m.Key}:{Print(m.Value)}"))}]",
        _ => value.ToString(),
    };
}
