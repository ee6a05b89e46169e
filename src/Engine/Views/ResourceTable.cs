using ActorKube.Engine.Journals;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views.Indexes;
using ActorKube.Engine.Views.Trees;
using ActorKube.Engine.Views.Watching;

namespace ActorKube.Engine.Views;

/// <summary>The objects of one resource as the view's single writer changes them.</summary>
internal sealed class ResourceTable
{
    private readonly SortedTreeBuilder<ObjectKey, StoredObject, ObjectOrder> _objects =
        SortedTree<ObjectKey, StoredObject, ObjectOrder>.Empty.ToBuilder();

    private readonly SortedTreeBuilder<ObjectKey, Tombstone, TombstoneOrder> _tombstones =
        SortedTree<ObjectKey, Tombstone, TombstoneOrder>.Empty.ToBuilder();

    private readonly Queue<Tombstone> _tombstoneOrder = new();
    private readonly Dictionary<string, string> _namespaces = new(StringComparer.Ordinal);
    private readonly IndexTable[] _indexes;

    public ResourceTable(string resource, IEnumerable<IndexDefinition> definitions)
    {
        Resource = resource;
        _indexes = definitions
            .Where(definition => definition.Resource is null || definition.Resource == resource)
            .Select(definition => new IndexTable(definition))
            .ToArray();
    }

    public string Resource { get; }

    /// <summary>Something changed since the last snapshot.</summary>
    public bool Dirty { get; private set; }

    /// <summary>Applies an event. Null if it says nothing new: the tombstone of an object that nobody here has seen.</summary>
    public ObjectEvent? Apply(JournalEvent item)
    {
        Dirty = true;
        var key = new ObjectKey(Resource, Intern(item.Key.Namespace), item.Key.Name);
        _objects.TryGet(key, out var previous);
        var changed = new StoredObject(previous?.Key ?? key, item.Version, item.Revision, item.State);
        if (item.Kind == ChangeKind.Delete)
        {
            var tombstone = new Tombstone(changed.Key, item.Version, item.Revision);
            _objects.Remove(key);
            _tombstones.Set(tombstone);
            _tombstoneOrder.Enqueue(tombstone);
        }
        else
        {
            _objects.Set(changed);
            if (previous is null)
            {
                _tombstones.Remove(key);
            }
        }

        var current = item.Kind == ChangeKind.Delete ? null : changed;
        foreach (var index in _indexes)
        {
            index.Apply(changed.Key, previous, current);
        }

        return (previous, current) switch
        {
            (null, null) => null,
            (null, _) => new ObjectEvent(ObjectEventType.Added, changed, null),
            (_, null) => new ObjectEvent(ObjectEventType.Deleted, changed, previous),
            _ => new ObjectEvent(ObjectEventType.Modified, changed, previous),
        };
    }

    /// <summary>Forgets the tombstones that the journal has forgotten.</summary>
    public void Compact(long oldestRevision)
    {
        while (_tombstoneOrder.TryPeek(out var oldest) && oldest.Revision <= oldestRevision)
        {
            _tombstoneOrder.Dequeue();
            if (_tombstones.TryGet(oldest.Key, out var current) && current.Revision == oldest.Revision)
            {
                _tombstones.Remove(oldest.Key);
                Dirty = true;
            }
        }
    }

    public ResourceSnapshot ToSnapshot()
    {
        Dirty = false;
        var indexes = Array.ConvertAll(_indexes, index => KeyValuePair.Create(index.Name, index.ToTree()));
        return new ResourceSnapshot(_objects.ToTree(), _tombstones.ToTree(), indexes);
    }

    private string Intern(string name)
    {
        if (!_namespaces.TryGetValue(name, out var known))
        {
            _namespaces.Add(name, known = name);
        }

        return known;
    }
}
