using System.Text.Json.Nodes;
using ActorKube.Api.Schema;

namespace ActorKube.Api.Apply;

/// <summary>Merges an applied configuration into an object: what the configuration has wins, the rest stays.</summary>
internal static class ObjectMerge
{
    /// <returns>A new object.</returns>
    /// <exception cref="ApplyException">An item of a list has no identity, or the configuration has one twice.</exception>
    public static JsonObject Merge(JsonObject live, JsonObject config, TypeModel type) =>
        Visit(Slot.Of(live), Slot.Of(config), Shape.Of(type)).Value as JsonObject ?? [];

    private static Slot Visit(Slot live, Slot config, Shape shape) =>
        (config.IsPresent ? shape.KindOf(config.Value) : shape.KindOf(live.Value)) switch
        {
            ShapeKind.Struct or ShapeKind.Map => Members(live, config, shape),
            ShapeKind.Set or ShapeKind.Keyed => Items(live, config, shape),
            _ => Last(live, config),
        };

    private static Slot Last(Slot live, Slot config) => Slot.Of((config.IsPresent ? config : live).Value?.DeepClone());

    private static Slot Members(Slot live, Slot config, Shape shape)
    {
        var (old, applied) = (live.Value as JsonObject, config.Value as JsonObject);
        if (Shape.IsEmpty(old) && Shape.IsEmpty(applied))
        {
            return Last(live, config);
        }

        var merged = new JsonObject();
        foreach (var (name, value) in old ?? [])
        {
            Add(name, Slot.Of(value), Slot.Member(applied, name));
        }

        foreach (var (name, value) in applied ?? [])
        {
            if (old?.ContainsKey(name) != true)
            {
                Add(name, Slot.Absent, Slot.Of(value));
            }
        }

        return merged.Count > 0 ? Slot.Of(merged) : Slot.Absent;

        void Add(string name, Slot oldValue, Slot appliedValue)
        {
            var result = Visit(oldValue, appliedValue, shape.Member(name));
            if (result.IsPresent)
            {
                merged[name] = result.Value;
            }
        }
    }

    private static Slot Items(Slot live, Slot config, Shape shape)
    {
        var (old, applied) = (live.Value as JsonArray, config.Value as JsonArray);
        return Shape.IsEmpty(old) && Shape.IsEmpty(applied)
            ? Last(live, config)
            : Slot.Of(new ListMerge(ListIndex.Of(old, shape), ListIndex.Of(applied, shape), (a, b) => Visit(a, b, shape.Item)).Run());
    }
}
