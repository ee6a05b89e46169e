using ActorKube.Engine.Objects;
using ActorKube.Engine.Views.Trees;

namespace ActorKube.Engine.Views.Indexes;

/// <summary>One index over one resource, as the view's writer changes it.</summary>
internal sealed class IndexTable(IndexDefinition definition)
{
    private readonly SortedTreeBuilder<IndexPosition, IndexEntry, IndexOrder> _entries =
        SortedTree<IndexPosition, IndexEntry, IndexOrder>.Empty.ToBuilder();

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
                _entries.Remove(new IndexPosition(value, key));
            }
        }

        foreach (var value in _after)
        {
            _entries.Set(new IndexEntry(value, current!));
        }
    }

    public SortedTree<IndexPosition, IndexEntry, IndexOrder> ToTree() => _entries.ToTree();

    private void Keys(StoredObject? item, List<string> keys)
    {
        keys.Clear();
        if (item is not null)
        {
            definition.Keys(item, keys);
        }
    }
}
