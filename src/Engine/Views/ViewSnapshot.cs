using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views.Indexes;

namespace ActorKube.Engine.Views;

/// <summary>
/// All objects at one revision, consistent across resources and indexes. Immutable; taking one is a read of a field. Capture one at the
/// start of a request or a turn and use only that.
/// </summary>
public sealed class ViewSnapshot
{
    private readonly ImmutableSortedDictionary<string, ResourceSnapshot> _resources;

    internal ViewSnapshot(long revision, ImmutableSortedDictionary<string, ResourceSnapshot> resources) =>
        (Revision, _resources) = (revision, resources);

    /// <summary>No objects, revision 0.</summary>
    public static ViewSnapshot Empty { get; } =
        new(0, ImmutableSortedDictionary.Create<string, ResourceSnapshot>(StringComparer.Ordinal));

    public long Revision { get; }

    /// <summary>The resources of which there are, or were, objects, in ordinal order.</summary>
    public IEnumerable<string> Resources => _resources.Keys;

    internal ImmutableSortedDictionary<string, ResourceSnapshot> Tables => _resources;

    public StoredObject? Get(ObjectKey key) =>
        _resources.TryGetValue(key.Resource, out var table) && table.Objects.TryGet(key, out var found) ? found : null;

    public bool TryGet(ObjectKey key, [NotNullWhen(true)] out StoredObject? found) => (found = Get(key)) is not null;

    /// <summary>What an append that is decided on this snapshot must expect: the version of the object or of its tombstone, or 0.</summary>
    public long VersionOf(ObjectKey key)
    {
        if (!_resources.TryGetValue(key.Resource, out var table))
        {
            return 0;
        }

        return table.Objects.TryGet(key, out var found) ? found.Version
            : table.Tombstones.TryGet(key, out var tombstone) ? tombstone.Version
            : 0;
    }

    /// <summary>Number of objects of a resource, in O(1).</summary>
    public int Count(string resource) => _resources.TryGetValue(resource, out var table) ? table.Objects.Count : 0;

    /// <summary>All objects of a resource by namespace and name. Lazy; stays good for as long as it is held.</summary>
    public IEnumerable<StoredObject> List(string resource) => ListFrom(resource, "", "");

    /// <summary>The objects of a resource in one namespace, by name.</summary>
    public IEnumerable<StoredObject> List(string resource, string @namespace) =>
        While(ListFrom(resource, @namespace, ""), @namespace);

    /// <summary>
    /// As <see cref="List(string)"/>, or for a namespace as <see cref="List(string, string)"/>, but beginning behind <paramref name="after"/>, which need not
    /// exist any more: the next page of a list.
    /// </summary>
    public IEnumerable<StoredObject> ListAfter(ObjectKey after, string? @namespace = null)
    {
        var first = Behind(after);
        var rest = ListFrom(first.Resource, first.Namespace, first.Name);
        return @namespace is null ? rest : While(rest, @namespace);
    }

    /// <summary>The objects that an index has under a key, by namespace and name.</summary>
    /// <exception cref="ArgumentException">The resource has objects but no such index.</exception>
    public IEnumerable<StoredObject> Lookup(string resource, string index, string key) => LookupFrom(resource, index, key, new ObjectKey(resource, "", ""));

    /// <summary>As <see cref="Lookup"/>, of one namespace.</summary>
    public IEnumerable<StoredObject> LookupIn(string @namespace, string resource, string index, string key) =>
        While(LookupFrom(resource, index, key, new ObjectKey(resource, @namespace, "")), @namespace);

    /// <summary>As <see cref="Lookup"/>, or for a namespace as <see cref="LookupIn"/>, but beginning behind <paramref name="after"/>.</summary>
    public IEnumerable<StoredObject> LookupAfter(ObjectKey after, string? @namespace, string index, string key)
    {
        var rest = LookupFrom(after.Resource, index, key, Behind(after));
        return @namespace is null ? rest : While(rest, @namespace);
    }

    public bool HasIndex(string resource, string index) => _resources.TryGetValue(resource, out var table) && table.HasIndex(index);

    /// <summary>The objects of a resource that name this uid as an owner.</summary>
    public IEnumerable<StoredObject> OwnedBy(string resource, string uid) => Lookup(resource, BuiltInIndexes.Owner, uid);

    /// <summary>The objects of any resource that name this uid as an owner.</summary>
    public IEnumerable<StoredObject> OwnedBy(string uid) => _resources.Values.SelectMany(table => Range(table, BuiltInIndexes.Owner, uid, new ObjectKey("", "", "")));

    /// <summary>The objects of a resource in a namespace that have no controller.</summary>
    public IEnumerable<StoredObject> Orphans(string resource, string @namespace) =>
        Lookup(resource, BuiltInIndexes.Orphans, @namespace);

    private IEnumerable<StoredObject> LookupFrom(string resource, string index, string key, ObjectKey first) =>
        _resources.TryGetValue(resource, out var table) ? Range(table, index, key, first) : [];

    /// <summary>No name sorts between a name and itself with a NUL at the end.</summary>
    private static ObjectKey Behind(ObjectKey key) => key with { Name = key.Name + '\0' };

    private static IEnumerable<StoredObject> Range(ResourceSnapshot table, string index, string key, ObjectKey first)
    {
        // What one object owns lies mostly side by side: the next is looked for behind the last and, when that fails for once, all that follow from the root.
        IEnumerator<StoredObject>? neighbours = null;
        var areNeighbours = true;
        try
        {
            foreach (var entry in table.Index(index).From(new IndexEntry(key, first)))
            {
                if (!string.Equals(entry.Key, key, StringComparison.Ordinal))
                {
                    yield break;
                }

                if (areNeighbours)
                {
                    neighbours ??= table.Objects.From(entry.Object).GetEnumerator();
                    areNeighbours = neighbours.MoveNext() && neighbours.Current.Key == entry.Object;
                }

                if (areNeighbours)
                {
                    yield return neighbours!.Current;
                }
                else if (table.Objects.TryGet(entry.Object, out var found))
                {
                    yield return found;
                }
            }
        }
        finally
        {
            neighbours?.Dispose();
        }
    }

    private static IEnumerable<StoredObject> While(IEnumerable<StoredObject> items, string @namespace)
    {
        foreach (var item in items)
        {
            if (!string.Equals(item.Key.Namespace, @namespace, StringComparison.Ordinal))
            {
                yield break;
            }

            yield return item;
        }
    }

    private IEnumerable<StoredObject> ListFrom(string resource, string @namespace, string name) =>
        _resources.TryGetValue(resource, out var table) ? table.Objects.From(new ObjectKey(resource, @namespace, name)) : [];
}
