using ActorKube.Engine.Objects;
using ActorKube.Engine.Views.Indexes;
using ActorKube.Engine.Views.Trees;

namespace ActorKube.Engine.Views;

/// <summary>The objects of one resource at one revision. Immutable.</summary>
internal sealed class ResourceSnapshot(
    SortedTree<ObjectKey, StoredObject, ObjectOrder> objects,
    SortedTree<ObjectKey, Tombstone, TombstoneOrder> tombstones,
    KeyValuePair<string, SortedTree<IndexEntry, IndexEntry, IndexOrder>>[] indexes)
{
    public SortedTree<ObjectKey, StoredObject, ObjectOrder> Objects { get; } = objects;

    public SortedTree<ObjectKey, Tombstone, TombstoneOrder> Tombstones { get; } = tombstones;

    public bool HasIndex(string name) => Array.Exists(indexes, i => string.Equals(i.Key, name, StringComparison.Ordinal));

    /// <exception cref="ArgumentException">No index of that name is over this resource.</exception>
    public SortedTree<IndexEntry, IndexEntry, IndexOrder> Index(string name)
    {
        foreach (var index in indexes)
        {
            if (string.Equals(index.Key, name, StringComparison.Ordinal))
            {
                return index.Value;
            }
        }

        throw new ArgumentException($"There is no index '{name}'.", nameof(name));
    }
}
