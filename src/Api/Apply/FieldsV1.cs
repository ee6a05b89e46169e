using System.Text.Json;
using System.Text.Json.Nodes;

namespace ActorKube.Api.Apply;

/// <summary>The JSON form of a <see cref="FieldSet"/> in managedFields: <c>{"f:spec":{".":{},"f:replicas":{}}}</c>. A dot marks a node with children as a member itself.</summary>
public static class FieldsV1
{
    /// <exception cref="FormatException">The JSON is no set of fields.</exception>
    public static FieldSet Read(JsonNode? json)
    {
        if (json is not (null or JsonObject))
        {
            throw new FormatException("fieldsV1 must be an object");
        }

        var set = new FieldSetBuilder();
        foreach (var (name, value) in json as JsonObject ?? [])
        {
            if (name != "." && PathElement.Parse(name) is { } element)
            {
                // An object without children is a member by being there.
                var children = Read(value);
                set.Add(element, children.IsEmpty || (value as JsonObject)?.ContainsKey(".") == true, children);
            }
        }

        return set.Build();
    }

    public static void Write(FieldSet set, Utf8JsonWriter writer) => Write(set, isMember: false, writer);

    public static JsonObject ToJson(FieldSet set)
    {
        var json = new JsonObject();
        foreach (var node in set.Nodes)
        {
            var children = ToJson(node.Children);
            if (node.IsMember && children.Count > 0)
            {
                children.Insert(0, ".", new JsonObject());
            }

            json[node.Element] = children;
        }

        return json;
    }

    private static void Write(FieldSet set, bool isMember, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        if (isMember && !set.IsEmpty)
        {
            writer.WriteStartObject(".");
            writer.WriteEndObject();
        }

        foreach (var node in set.Nodes)
        {
            writer.WritePropertyName(node.Element);
            Write(node.Children, node.IsMember, writer);
        }

        writer.WriteEndObject();
    }
}
