using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Server.Requests;

namespace ActorKube.Server.Rest;

/// <summary>The objects of a snapshot that a selection means, by namespace and name. Where it demands a name, or a value by which there is an index, it looks at no others.</summary>
internal static class SelectedObjects
{
    /// <param name="namespace">Null for all.</param>
    public static IEnumerable<StoredObject> Of(ViewSnapshot view, string resource, string? @namespace, Selection selection) => Among(view, resource, @namespace, null, selection).Where(selection.Matches);

    /// <summary>All that are meant, and perhaps others.</summary>
    /// <param name="after">They begin behind it; null for all.</param>
    public static IEnumerable<StoredObject> Among(ViewSnapshot view, string resource, string? @namespace, ObjectKey? after, Selection selection)
    {
        if (@namespace is not null && selection.Name is { } name)
        {
            var key = new ObjectKey(resource, @namespace, name);
            return view.Get(key) is { } named && (after is null || key > after) ? [named] : [];
        }

        if (selection.Demands.FirstOrDefault(d => view.HasIndex(resource, d.Field)) is { } demand)
        {
            return after is { } start ? view.LookupAfter(start, @namespace, demand.Field, demand.Value)
                : @namespace is null ? view.Lookup(resource, demand.Field, demand.Value)
                : view.LookupIn(@namespace, resource, demand.Field, demand.Value);
        }

        return after is { } first ? view.ListAfter(first, @namespace)
            : @namespace is null ? view.List(resource)
            : view.List(resource, @namespace);
    }
}
