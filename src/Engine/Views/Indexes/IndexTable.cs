using ActorKube.Engine.Objects;
using ActorKube.Engine.Views.Trees;

namespace ActorKube.Engine.Views.Indexes;

/// <summary>One index over one resource, as the view's writer changes it.</summary>
internal sealed class IndexTable(IndexDefinition definition)
{
    private readonly SortedTreeBuilder<IndexEntry, IndexEntry, IndexOrder> _entries =
        SortedTree<IndexEntry, IndexEntry, IndexOrder>.Empty.ToBuilder();

    private readonly List<string> _before = [];
    private readonly List<string> _after = [];

    public string Name => definition.Name;

    public void Apply(ObjectKey key, StoredObject? previous, StoredObject? current)
    {
        Keys(previous, _before);
        Keys(current, _after);
        foreach (var value in _before)
        {
            if (!_after.Contains(value))
            {
                _entries.Remove(new IndexEntry(value, key));
            }
        }

        foreach (var value in _after)
        {
            if (!_before.Contains(value))
            {
                _entries.Set(new IndexEntry(value, key));
            }
        }
    }

    public SortedTree<IndexEntry, IndexEntry, IndexOrder> ToTree() => _entries.ToTree();

    private void Keys(StoredObject? item, List<string> keys)
    {
        keys.Clear();
        if (item is not null)
        {
            definition.Keys(item, keys);
        }
    }
}
