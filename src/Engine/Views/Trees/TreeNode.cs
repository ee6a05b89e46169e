using System.Diagnostics.CodeAnalysis;

namespace ActorKube.Engine.Views.Trees;

/// <summary>A node and its number of values or children. Mutable only for the batch whose token it carries.</summary>
internal abstract class TreeNode<TKey, TValue, TOrder>(object edit)
    where TOrder : struct, ITreeOrder<TKey, TValue>
{
    public const int Capacity = 64;

    /// <summary>Below a quarter full a node tries to merge with a neighbour.</summary>
    public const int Sparse = Capacity / 4;

    public object Edit { get; } = edit;

    public int Count { get; set; }

    /// <summary>The smallest key in the subtree, which is not empty.</summary>
    public abstract TKey FirstKey { get; }

    public bool TryGet(in TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        var node = this;
        while (node is TreeBranch<TKey, TValue, TOrder> branch)
        {
            node = branch.Children[branch.ChildFor(key)];
        }

        var leaf = (TreeLeaf<TKey, TValue, TOrder>)node;
        var index = leaf.Find(key);
        value = index >= 0 ? leaf.Values[index] : default;
        return index >= 0;
    }

    /// <summary>Returns the node to put in this one's place, and its new right neighbour if it had to split.</summary>
    public abstract TreeNode<TKey, TValue, TOrder> Set(
        in TKey key, TValue value, object edit, out TreeNode<TKey, TValue, TOrder>? split, out bool added);

    /// <summary>Returns the node to put in this one's place; it may be empty.</summary>
    public abstract TreeNode<TKey, TValue, TOrder> Remove(in TKey key, object edit, out bool removed);

    /// <summary>This node with everything of its right neighbour, of the same type, at the end. They fit into one.</summary>
    public abstract TreeNode<TKey, TValue, TOrder> Merge(TreeNode<TKey, TValue, TOrder> right, object edit);

    protected static void InsertAt<T>(T[] items, int count, int index, T item)
    {
        Array.Copy(items, index, items, index + 1, count - index);
        items[index] = item;
    }

    protected static void RemoveAt<T>(T[] items, int count, int index)
    {
        Array.Copy(items, index + 1, items, index, count - index - 1);
        items[count - 1] = default!;
    }

    /// <summary>Where to split a full node into which something goes at this index: at the end if keys come in order, else in half.</summary>
    protected static int SplitPoint(int index) => index == Capacity ? Capacity - 1 : Capacity / 2;
}
