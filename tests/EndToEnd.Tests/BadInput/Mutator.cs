using System.Text.Json.Nodes;

namespace ActorKube.EndToEnd.Tests.BadInput;

/// <summary>Spoils documents: the same seed spoils them the same way.</summary>
internal sealed class Mutator(Random random)
{
    private static readonly string[] Values =
    [
        "null", "0", "-1", "2147483648", "9223372036854775808", "1.5", "1e999", "true", "\"\"", "\" \"", "\"a\"", "\"A_b\"", "\"é\"", "\"\\u0000\"", "\"..\"",
        "\"a/b/c\"", "\"1e999999\"", "\"0.0000000001\"", "\"10Gi\"", "\"99999999999999999999Ei\"", "\"100%\"", "\"-5%\"", "\"9999999999999%\"", "\"2020-01-01T00:00:00Z\"",
        "\"10000-01-01T00:00:00Z\"", "\"10.0.0.0/8\"", "\"::1/129\"", "\"http://[::1\"", "\"*\"", "\"$(A)\"", "\"(a+)+$\"", "\"[\"", "\"* * * * *\"", "\"*/0 * * * *\"", "[]", "{}", "[null]",
        "[[]]", "[{}]", "{\"\":null}", "{\"a\":{}}", "{\"a\":[null]}", "[1,\"a\",null]", "{\"$patch\":\"delete\"}", "{\"$retainKeys\":[\"a\"]}", "{\"matchExpressions\":[null]}",
    ];

    private static readonly string[] Names = ["$patch", "$retainKeys", "$setElementOrder/containers", "$deleteFromPrimitiveList/finalizers", "x", "", "a.b/c", "é"];

    /// <summary>A copy with one to four places changed.</summary>
    public JsonNode Spoil(JsonNode document)
    {
        var copy = document.DeepClone();
        for (var changes = random.Next(1, 5); changes > 0; changes--)
        {
            var places = Places(copy).ToList();
            if (places.Count > 0)
            {
                Change(places[random.Next(places.Count)], places);
            }
        }

        return copy;
    }

    /// <summary>A JSON patch of operations on places of the document and beside them.</summary>
    public JsonArray Operations(JsonNode document)
    {
        var places = Places(document.DeepClone()).ToList();
        var operations = new JsonArray();
        for (var count = random.Next(1, 5); count > 0; count--)
        {
            operations.Add(new JsonObject
            {
                ["op"] = Any(["add", "remove", "replace", "copy", "move", "test"]),
                ["path"] = Pointer(places[random.Next(places.Count)]) + Any(["", "", "", "/-", "/0", "/-1", "/x", "/~"]),
                ["from"] = Pointer(places[random.Next(places.Count)]),
                ["value"] = Value(),
            });
        }

        return operations;
    }

    /// <summary>One text in ten has some of its bytes lost or turned.</summary>
    public byte[] SpoilBytes(byte[] text)
    {
        if (random.Next(10) > 0)
        {
            return text;
        }

        var bytes = text.ToList();
        for (var changes = random.Next(1, 4); changes > 0 && bytes.Count > 0; changes--)
        {
            var at = random.Next(bytes.Count);
            if (random.Next(2) == 0)
            {
                bytes[at] = (byte)random.Next(256);
            }
            else
            {
                bytes.RemoveRange(at, Math.Min(random.Next(1, 20), bytes.Count - at));
            }
        }

        return [.. bytes];
    }

    private void Change(JsonNode place, List<JsonNode> places)
    {
        switch (random.Next(10))
        {
            case 0 when place.Parent is JsonObject parent:
                parent.Remove(place.GetPropertyName());
                break;
            case 1 when place is JsonObject members:
                members[Any(Names)] = Value();
                break;
            case 2:
                place.ReplaceWith(places[random.Next(places.Count)].DeepClone());
                break;
            case 3 when place is JsonArray { Count: > 0 } items:
                items.Add(items[0]?.DeepClone());
                break;
            case 4:
                place.ReplaceWith(new JsonArray(place.DeepClone()));
                break;
            default:
                place.ReplaceWith(Value());
                break;
        }
    }

    private JsonNode? Value() => JsonNode.Parse(Any(Values));

    private string Any(string[] values) => values[random.Next(values.Length)];

    /// <summary>All values below the root but those that say what it is.</summary>
    private static IEnumerable<JsonNode> Places(JsonNode root) => Below(root).Where(static n => n.GetPath() is not ("$.apiVersion" or "$.kind"));

    private static IEnumerable<JsonNode> Below(JsonNode node)
    {
        IEnumerable<JsonNode?> children = node switch
        {
            JsonObject members => members.Select(static m => m.Value),
            JsonArray items => items,
            _ => [],
        };
        return children.OfType<JsonNode>().SelectMany(static c => Below(c).Prepend(c));
    }

    private static string Pointer(JsonNode place) => place.Parent switch
    {
        JsonObject parent => $"{Pointer(parent)}/{place.GetPropertyName().Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}",
        JsonArray parent => $"{Pointer(parent)}/{place.GetElementIndex()}",
        _ => "",
    };
}
