using System.Diagnostics.CodeAnalysis;

namespace ActorKube.Engine.Views.Trees;

/// <summary>
/// A persistent B+tree: immutable and ordered, lookups and updates in O(log n). Values sit in leaves of up to 64 and bring their own keys;
/// branches keep copies of keys, never of values, so that a replaced value is garbage at once. An update copies one path; a batch
/// of updates through <see cref="ToBuilder"/> copies each node at most once.
/// Against ImmutableSortedDictionary: a tenth of the memory an entry, and four nodes on the way to one of 150,000 instead of 17.
/// </summary>
internal sealed class SortedTree<TKey, TValue, TOrder>
    where TOrder : struct, ITreeOrder<TKey, TValue>
{
    private readonly TreeNode<TKey, TValue, TOrder> _root;

    internal SortedTree(TreeNode<TKey, TValue, TOrder> root, int count) => (_root, Count) = (root, count);

    public static SortedTree<TKey, TValue, TOrder> Empty { get; } = new(new TreeLeaf<TKey, TValue, TOrder>(new object()), 0);

    public int Count { get; }

    public bool TryGet(in TKey key, [MaybeNullWhen(false)] out TValue value) =>
        _root.TryGet(key, out value);

    /// <summary>The values in order, beginning with the first whose key is not below <paramref name="key"/>.</summary>
    public IEnumerable<TValue> From(TKey key)
    {
        var path = new Stack<(TreeBranch<TKey, TValue, TOrder> Branch, int Index)>();
        var node = _root;
        while (node is TreeBranch<TKey, TValue, TOrder> branch)
        {
            var child = branch.ChildFor(key);
            path.Push((branch, child));
            node = branch.Children[child];
        }

        var first = ((TreeLeaf<TKey, TValue, TOrder>)node).Find(key);
        return Walk(path, (TreeLeaf<TKey, TValue, TOrder>)node, first >= 0 ? first : ~first);
    }

    public SortedTreeBuilder<TKey, TValue, TOrder> ToBuilder() => new(_root, Count);

    private static IEnumerable<TValue> Walk(
        Stack<(TreeBranch<TKey, TValue, TOrder> Branch, int Index)> path, TreeLeaf<TKey, TValue, TOrder> leaf, int start)
    {
        while (true)
        {
            for (var i = start; i < leaf.Count; i++)
            {
                yield return leaf.Values[i];
            }

            while (path.TryPeek(out var top) && top.Index == top.Branch.Count - 1)
            {
                path.Pop();
            }

            if (path.Count == 0)
            {
                yield break;
            }

            var (branch, index) = path.Pop();
            path.Push((branch, index + 1));
            var node = branch.Children[index + 1];
            while (node is TreeBranch<TKey, TValue, TOrder> inner)
            {
                path.Push((inner, 0));
                node = inner.Children[0];
            }

            leaf = (TreeLeaf<TKey, TValue, TOrder>)node;
            start = 0;
        }
    }
}
