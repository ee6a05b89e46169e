namespace ActorKube.Engine.Views.Trees;

/// <summary>Children in order, and for each but the first a key that separates it from the one before it.</summary>
internal sealed class TreeBranch<TKey, TValue, TOrder> : TreeNode<TKey, TValue, TOrder>
    where TOrder : struct, ITreeOrder<TKey, TValue>
{
    // Keys[i] is not above any key in Children[i] and above all in Children[i - 1]. Keys[0] is not used.
    // Replacing a value changes children only, so that versions of a branch share the keys, the larger part, until they have to differ.
    private TKey[] _keys;
    private bool _ownsKeys;

    public TreeBranch(object edit, TreeNode<TKey, TValue, TOrder> left, TreeNode<TKey, TValue, TOrder> right)
        : this(edit, new TKey[Capacity], ownsKeys: true)
    {
        Children[0] = left;
        Children[1] = right;
        _keys[1] = right.FirstKey;
        Count = 2;
    }

    private TreeBranch(object edit, TKey[] keys, bool ownsKeys)
        : base(edit) => (_keys, _ownsKeys) = (keys, ownsKeys);

    public TreeNode<TKey, TValue, TOrder>[] Children { get; } = new TreeNode<TKey, TValue, TOrder>[Capacity];

    public override TKey FirstKey => Children[0].FirstKey;

    /// <summary>The only child that may hold the key.</summary>
    public int ChildFor(in TKey key)
    {
        int low = 1, high = Count - 1;
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            if (TOrder.Compare(_keys[middle], key) <= 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low - 1;
    }

    public override TreeNode<TKey, TValue, TOrder> Set(
        in TKey key, TValue value, object edit, out TreeNode<TKey, TValue, TOrder>? split, out bool added)
    {
        var index = ChildFor(key);
        var node = Editable(edit);
        split = null;
        node.Children[index] = node.Children[index].Set(key, value, edit, out var sibling, out added);
        if (sibling is not null)
        {
            split = node.Insert(index + 1, sibling, edit);
        }

        return node;
    }

    public override TreeNode<TKey, TValue, TOrder> Remove(in TKey key, object edit, out bool removed)
    {
        var index = ChildFor(key);
        var child = Children[index].Remove(key, edit, out removed);
        if (!removed)
        {
            return this;
        }

        var node = Editable(edit);
        node.Children[index] = child;
        if (child.Count == 0)
        {
            node.RemoveChild(index);
        }
        else if (child.Count < Sparse)
        {
            node.MergeAround(index, edit);
        }

        return node;
    }

    public override TreeNode<TKey, TValue, TOrder> Merge(TreeNode<TKey, TValue, TOrder> right, object edit)
    {
        var node = Editable(edit);
        var other = (TreeBranch<TKey, TValue, TOrder>)right;
        Array.Copy(other.Children, 0, node.Children, node.Count, other.Count);
        var keys = node.EditableKeys();
        Array.Copy(other._keys, 1, keys, node.Count + 1, other.Count - 1);
        keys[node.Count] = other.FirstKey;
        node.Count += other.Count;
        return node;
    }

    private TreeBranch<TKey, TValue, TOrder> Editable(object edit)
    {
        if (Edit == edit)
        {
            return this;
        }

        var copy = new TreeBranch<TKey, TValue, TOrder>(edit, _keys, ownsKeys: false) { Count = Count };
        Array.Copy(Children, copy.Children, Count);
        return copy;
    }

    private TKey[] EditableKeys()
    {
        if (!_ownsKeys)
        {
            _keys = _keys.AsSpan().ToArray();
            _ownsKeys = true;
        }

        return _keys;
    }

    private TreeBranch<TKey, TValue, TOrder>? Insert(int index, TreeNode<TKey, TValue, TOrder> child, object edit)
    {
        if (Count < Capacity)
        {
            InsertChild(index, child);
            return null;
        }

        var at = SplitPoint(index);
        var right = new TreeBranch<TKey, TValue, TOrder>(edit, new TKey[Capacity], ownsKeys: true) { Count = Count - at };
        Array.Copy(Children, at, right.Children, 0, right.Count);
        Array.Copy(_keys, at, right._keys, 0, right.Count);
        Array.Clear(Children, at, right.Count);
        Array.Clear(EditableKeys(), at, right.Count);
        Count = at;
        if (index > at)
        {
            right.InsertChild(index - at, child);
        }
        else
        {
            InsertChild(index, child);
        }

        return right;
    }

    private void InsertChild(int index, TreeNode<TKey, TValue, TOrder> child)
    {
        InsertAt(Children, Count, index, child);
        InsertAt(EditableKeys(), Count, index, child.FirstKey);
        Count++;
    }

    private void RemoveChild(int index)
    {
        RemoveAt(Children, Count, index);
        RemoveAt(EditableKeys(), Count, index);
        Count--;
    }

    private void MergeAround(int index, object edit)
    {
        var left = index + 1 < Count ? index : index - 1;
        if (left >= 0 && Children[left].Count + Children[left + 1].Count <= Capacity)
        {
            Children[left] = Children[left].Merge(Children[left + 1], edit);
            RemoveChild(left + 1);
        }
    }
}
