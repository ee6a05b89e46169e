using System.Text.Json.Nodes;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Apply;

/// <summary>The fields that an object sets: what someone who applies it owns.</summary>
internal static class ObjectFields
{
    /// <exception cref="ApplyException">An item of a list has no identity.</exception>
    public static FieldSet Of(JsonObject document, TypeModel type) => Children(document, Shape.Of(type));

    private static (bool IsMember, FieldSet Children) Visit(JsonNode? value, Shape shape) =>
        shape.KindOf(value) == ShapeKind.Leaf ? (true, FieldSet.Empty) : (false, Children(value, shape));

    private static FieldSet Children(JsonNode? value, Shape shape) => value switch
    {
        JsonObject members => Members(members, shape),
        JsonArray items => Items(items, shape),
        _ => FieldSet.Empty,
    };

    private static FieldSet Members(JsonObject members, Shape shape)
    {
        var set = new FieldSetBuilder();
        foreach (var (name, value) in members)
        {
            var (isMember, children) = Visit(value, shape.Member(name));
            isMember |= value is null or JsonObject { Count: 0 } || !shape.Declares(name);
            set.Add(PathElement.Field(name), isMember, children);
        }

        return set.Build();
    }

    private static FieldSet Items(JsonArray list, Shape shape)
    {
        var set = new FieldSetBuilder();
        foreach (var same in ListIndex.Of(list, shape).GroupBy(i => i.Element, StringComparer.Ordinal))
        {
            // Of items that come several times only the presence is owned.
            var children = same.Skip(1).Any() ? FieldSet.Empty : Visit(same.First().Item, shape.Item).Children;
            set.Add(same.Key, isMember: true, children);
        }

        return set.Build();
    }
}
