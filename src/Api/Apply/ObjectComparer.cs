using System.Text.Json.Nodes;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Apply;

/// <summary>Compares two states of an object field by field.</summary>
internal static class ObjectComparer
{
    private enum Change
    {
        None,
        Added,
        Modified,
        Removed,
    }

    /// <exception cref="ApplyException">An item of a list has no identity.</exception>
    public static ObjectComparison Compare(JsonObject before, JsonObject after, TypeModel type)
    {
        var result = new Level();
        Visit(Slot.Of(before), Slot.Of(after), Shape.Of(type), ref result);
        return result.Build();
    }

    // Adds the fields below a value to "below" and returns what happened to the value itself.
    private static Change Visit(Slot before, Slot after, Shape shape, ref Level below)
    {
        var presence = !before.IsPresent ? Change.Added : !after.IsPresent ? Change.Removed : Change.None;
        var (oldKind, newKind) = (shape.KindOf(before.Value), shape.KindOf(after.Value));
        if (!after.IsPresent || !before.IsPresent || oldKind == newKind)
        {
            return Visit(after.IsPresent ? newKind : oldKind, before, after, shape, presence, ref below);
        }

        // A value changed its type. Both readings count.
        var first = Visit(oldKind, before, after, shape, presence, ref below);
        var second = Visit(newKind, before, after, shape, presence, ref below);
        return first == Change.None ? second : first;
    }

    private static Change Visit(ShapeKind kind, Slot before, Slot after, Shape shape, Change presence, ref Level below)
    {
        // What is empty on both sides is a leaf, so that empty and absent stay apart.
        var isLeaf = kind == ShapeKind.Leaf || kind switch
        {
            ShapeKind.Struct or ShapeKind.Map => IsEmptyOr<JsonObject>(before.Value) && IsEmptyOr<JsonObject>(after.Value),
            _ => IsEmptyOr<JsonArray>(before.Value) && IsEmptyOr<JsonArray>(after.Value),
        };
        if (isLeaf)
        {
            return presence != Change.None || JsonNode.DeepEquals(before.Value, after.Value) ? presence : Change.Modified;
        }

        if (kind is ShapeKind.Struct or ShapeKind.Map)
        {
            Members(before.Value as JsonObject, after.Value as JsonObject, shape, ref below);
        }
        else
        {
            Items(before.Value as JsonArray, after.Value as JsonArray, shape, ref below);
        }

        return presence;
    }

    // A value of another type reads as no value at all.
    private static bool IsEmptyOr<T>(JsonNode? value)
        where T : JsonNode => value is not T || Shape.IsEmpty(value);

    private static void Members(JsonObject? before, JsonObject? after, Shape shape, ref Level level)
    {
        foreach (var (name, value) in before ?? [])
        {
            Member(name, Slot.Of(value), Slot.Member(after, name), shape, ref level);
        }

        foreach (var (name, value) in after ?? [])
        {
            if (before?.ContainsKey(name) != true)
            {
                Member(name, Slot.Absent, Slot.Of(value), shape, ref level);
            }
        }
    }

    private static void Member(string name, Slot before, Slot after, Shape shape, ref Level level)
    {
        var below = new Level();
        var change = Visit(before, after, shape.Member(name), ref below);
        if (change != Change.None || !below.IsEmpty)
        {
            level.Add(PathElement.Field(name), change, below);
        }
    }

    private static void Items(JsonArray? before, JsonArray? after, Shape shape, ref Level level)
    {
        var old = ListIndex.Of(before, shape).ToLookup(i => i.Element, i => i.Item, StringComparer.Ordinal);
        var now = ListIndex.Of(after, shape).ToLookup(i => i.Element, i => i.Item, StringComparer.Ordinal);
        foreach (var element in old.Select(g => g.Key).Union(now.Select(g => g.Key), StringComparer.Ordinal))
        {
            Same(element, [.. old[element]], [.. now[element]], shape.Item, ref level);
        }
    }

    // Items that come several times are compared as a whole; only their presence has owners.
    private static void Same(string element, JsonNode?[] old, JsonNode?[] now, Shape shape, ref Level level)
    {
        if (old.Length <= 1 && now.Length <= 1)
        {
            Child(element, Only(old), Only(now), shape, ref level);
            return;
        }

        if (old.Length > 1 && now.Length > 1)
        {
            var equal = old.Length == now.Length && old.Zip(now).All(p => JsonNode.DeepEquals(p.First, p.Second));
            level.Add(element, equal ? Change.None : Change.Modified, default);
            return;
        }

        if (old.Length == 1 || now.Length == 1)
        {
            Child(element, Only(old), Only(now), shape, ref level);
        }

        level.Add(element, old.Length > 1 ? Change.Removed : Change.Added, default);

        static Slot Only(JsonNode?[] items) => items.Length == 1 ? Slot.Of(items[0]) : Slot.Absent;
    }

    private static void Child(string element, Slot before, Slot after, Shape shape, ref Level level)
    {
        var below = new Level();
        var change = Visit(before, after, shape, ref below);
        level.Add(element, change, below);
    }

    private struct Level
    {
        private FieldSetBuilder _added;
        private FieldSetBuilder _modified;
        private FieldSetBuilder _removed;

        public readonly bool IsEmpty => _added.IsEmpty && _modified.IsEmpty && _removed.IsEmpty;

        public void Add(string element, Change change, Level below)
        {
            _added.Add(element, change == Change.Added, below._added.Build());
            _modified.Add(element, change == Change.Modified, below._modified.Build());
            _removed.Add(element, change == Change.Removed, below._removed.Build());
        }

        public readonly ObjectComparison Build() => new(_added.Build(), _modified.Build(), _removed.Build());
    }
}
