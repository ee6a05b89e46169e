namespace ActorKube.Engine.Views.Trees;

/// <summary>Values in order.</summary>
internal sealed class TreeLeaf<TKey, TValue, TOrder>(object edit) : TreeNode<TKey, TValue, TOrder>(edit)
    where TOrder : struct, ITreeOrder<TKey, TValue>
{
    public TValue[] Values { get; } = new TValue[Capacity];

    public override TKey FirstKey => TOrder.KeyOf(Values[0]);

    /// <summary>The index of the key, or the complement of where it would go.</summary>
    public int Find(in TKey key)
    {
        int low = 0, high = Count - 1;
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var order = TOrder.Compare(TOrder.KeyOf(Values[middle]), key);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return ~low;
    }

    public override TreeNode<TKey, TValue, TOrder> Set(
        in TKey key, TValue value, object edit, out TreeNode<TKey, TValue, TOrder>? split, out bool added)
    {
        var index = Find(key);
        added = index < 0;
        split = null;
        var node = Editable(edit);
        if (!added)
        {
            node.Values[index] = value;
            return node;
        }

        index = ~index;
        if (node.Count == Capacity)
        {
            var right = node.Split(SplitPoint(index), edit);
            split = right;
            if (index > node.Count)
            {
                right.Insert(index - node.Count, value);
                return node;
            }
        }

        node.Insert(index, value);
        return node;
    }

    public override TreeNode<TKey, TValue, TOrder> Remove(in TKey key, object edit, out bool removed)
    {
        var index = Find(key);
        removed = index >= 0;
        if (!removed)
        {
            return this;
        }

        var node = Editable(edit);
        RemoveAt(node.Values, node.Count--, index);
        return node;
    }

    public override TreeNode<TKey, TValue, TOrder> Merge(TreeNode<TKey, TValue, TOrder> right, object edit)
    {
        var node = Editable(edit);
        Array.Copy(((TreeLeaf<TKey, TValue, TOrder>)right).Values, 0, node.Values, node.Count, right.Count);
        node.Count += right.Count;
        return node;
    }

    private TreeLeaf<TKey, TValue, TOrder> Editable(object edit)
    {
        if (Edit == edit)
        {
            return this;
        }

        var copy = new TreeLeaf<TKey, TValue, TOrder>(edit) { Count = Count };
        Array.Copy(Values, copy.Values, Count);
        return copy;
    }

    private TreeLeaf<TKey, TValue, TOrder> Split(int at, object edit)
    {
        var right = new TreeLeaf<TKey, TValue, TOrder>(edit) { Count = Count - at };
        Array.Copy(Values, at, right.Values, 0, right.Count);
        Array.Clear(Values, at, right.Count);
        Count = at;
        return right;
    }

    private void Insert(int index, TValue value) => InsertAt(Values, Count++, index, value);
}
