namespace ActorKube.Engine.Events;

/// <summary>Entries by their keys, of which those go that weren't asked for for longest. Not thread-safe.</summary>
internal sealed class RecentEntries<TKey, TValue>(int capacity)
    where TKey : notnull
    where TValue : new()
{
    private readonly Dictionary<TKey, LinkedListNode<(TKey Key, TValue Value)>> _nodes = [];
    private readonly LinkedList<(TKey Key, TValue Value)> _order = new();

    public TValue GetOrAdd(TKey key)
    {
        if (_nodes.TryGetValue(key, out var node))
        {
            _order.Remove(node);
            _order.AddLast(node);
            return node.Value.Value;
        }

        if (_nodes.Count == capacity)
        {
            _nodes.Remove(_order.First!.Value.Key);
            _order.RemoveFirst();
        }

        var value = new TValue();
        _nodes.Add(key, _order.AddLast((key, value)));
        return value;
    }
}
