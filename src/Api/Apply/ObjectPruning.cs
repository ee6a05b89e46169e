using System.Text.Json.Nodes;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Apply;

/// <summary>Takes fields out of objects.</summary>
internal static class ObjectPruning
{
    /// <returns>A new object without the fields of the set. What is emptied by that becomes null.</returns>
    public static JsonObject Remove(JsonObject document, FieldSet fields, TypeModel type) =>
        Visit(document, fields, Shape.Of(type)) as JsonObject ?? [];

    /// <summary>
    /// Adds the members that the schema names to a set that has fields below them: to prune <c>.spec.replicas</c> and to ask
    /// afterwards which of <c>.spec</c> is left, <c>.spec</c> has to be in the set. Maps and items aren't added.
    /// </summary>
    public static FieldSet WithNamedFields(FieldSet set, TypeModel type) => WithNamedFields(set, Shape.Of(type));

    private static FieldSet WithNamedFields(FieldSet set, Shape shape)
    {
        var result = new FieldSetBuilder();
        foreach (var node in set.Nodes)
        {
            var name = node.Element[0] == 'f' ? node.Element[2..] : null;
            var isNamed = name is not null && shape.Declares(name) && !node.Children.IsEmpty;
            var child = name is null ? shape.Item : shape.Member(name);
            result.Add(node.Element, node.IsMember || isNamed, WithNamedFields(node.Children, child));
        }

        return result.Build();
    }

    private static JsonNode? Visit(JsonNode? value, FieldSet fields, Shape shape)
    {
        if (fields.IsEmpty)
        {
            return value?.DeepClone();
        }

        return (shape.KindOf(value), value) switch
        {
            (ShapeKind.Struct or ShapeKind.Map, JsonObject { Count: > 0 } members) => Members(members, fields, shape),
            (ShapeKind.Set or ShapeKind.Keyed, JsonArray { Count: > 0 } items) => Items(items, fields, shape),

            // Fields below an atomic or empty value take it along.
            (_, JsonObject or JsonArray) => null,
            _ => value?.DeepClone(),
        };
    }

    private static JsonObject? Members(JsonObject members, FieldSet fields, Shape shape)
    {
        var result = new JsonObject();
        foreach (var (name, value) in members)
        {
            var node = fields.Find(PathElement.Field(name));
            if (!node.IsMember)
            {
                result[name] = Visit(value, node.Children, shape.Member(name));
            }
        }

        return result.Count > 0 ? result : null;
    }

    private static JsonArray? Items(JsonArray items, FieldSet fields, Shape shape)
    {
        var result = new JsonArray();
        foreach (var (element, item) in ListIndex.Of(items, shape))
        {
            var node = fields.Find(element);
            if (!node.IsMember)
            {
                result.Add(Visit(item, node.Children, shape.Item));
            }
        }

        return result.Count > 0 ? result : null;
    }
}
