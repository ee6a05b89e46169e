using System.Diagnostics.CodeAnalysis;

namespace ActorKube.Engine.Views.Trees;

/// <summary>
/// Changes a tree in a batch. Nodes made for this batch carry its token and are changed in place; all others are copied first.
/// Not thread-safe.
/// </summary>
internal sealed class SortedTreeBuilder<TKey, TValue, TOrder>
    where TOrder : struct, ITreeOrder<TKey, TValue>
{
    private TreeNode<TKey, TValue, TOrder> _root;
    private int _count;
    private object _edit = new();

    internal SortedTreeBuilder(TreeNode<TKey, TValue, TOrder> root, int count) => (_root, _count) = (root, count);

    public bool TryGet(in TKey key, [MaybeNullWhen(false)] out TValue value) => _root.TryGet(key, out value);

    /// <summary>Adds the value, or replaces the one of the same key.</summary>
    public void Set(TValue value)
    {
        var key = TOrder.KeyOf(value);
        _root = _root.Set(key, value, _edit, out var split, out var added);
        if (split is not null)
        {
            _root = new TreeBranch<TKey, TValue, TOrder>(_edit, _root, split);
        }

        _count += added ? 1 : 0;
    }

    /// <summary>Removes the value of this key, if there is one.</summary>
    public void Remove(TKey key)
    {
        _root = _root.Remove(key, _edit, out var removed);
        _count -= removed ? 1 : 0;
        while (_root is TreeBranch<TKey, TValue, TOrder> { Count: 1 } branch)
        {
            _root = branch.Children[0];
        }
    }

    /// <summary>The tree as it is now; what comes later does not change it.</summary>
    public SortedTree<TKey, TValue, TOrder> ToTree()
    {
        _edit = new object();
        return new SortedTree<TKey, TValue, TOrder>(_root, _count);
    }
}
