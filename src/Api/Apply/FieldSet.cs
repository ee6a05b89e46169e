namespace ActorKube.Api.Apply;

/// <summary>
/// A set of fields of an object, as structured-merge-diff's fieldpath.Set: a tree in which any node may be a member.
/// That a field is a member says nothing of the fields above or below it. Immutable; equal sets have equal trees.
/// </summary>
public sealed partial class FieldSet : IEquatable<FieldSet>
{
    // Sorted by PathElement.Order.
    private readonly FieldSetNode[] _nodes;

    internal FieldSet(FieldSetNode[] sortedNodes) => _nodes = sortedNodes;

    public static FieldSet Empty { get; } = new([]);

    public bool IsEmpty => _nodes.Length == 0;

    internal ReadOnlySpan<FieldSetNode> Nodes => _nodes;

    public static FieldSet Of(params IEnumerable<FieldPath> paths)
    {
        var set = Empty;
        foreach (var path in paths)
        {
            set = set.Union(Single(path.Elements));
        }

        return set;
    }

    public bool Contains(FieldPath path)
    {
        var set = this;
        var elements = path.Elements;
        for (var i = 0; i < elements.Length; i++)
        {
            if (!set.TryFind(elements[i], out var node))
            {
                return false;
            }

            if (i == elements.Length - 1)
            {
                return node.IsMember;
            }

            set = node.Children;
        }

        return false;
    }

    /// <summary>All members; those of a level before those below it.</summary>
    public IEnumerable<FieldPath> Paths() => Paths([]);

    public bool Equals(FieldSet? other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        if (other is null || other._nodes.Length != _nodes.Length)
        {
            return false;
        }

        for (var i = 0; i < _nodes.Length; i++)
        {
            if (_nodes[i] != other._nodes[i])
            {
                return false;
            }
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as FieldSet);

    public override int GetHashCode() => _nodes.Length == 0 ? 0 : HashCode.Combine(_nodes.Length, _nodes[0].Element, _nodes[^1].Element);

    public override string ToString() => string.Join('\n', Paths());

    /// <summary>What the set says of the step; an empty node if nothing.</summary>
    internal FieldSetNode Find(string element) => TryFind(element, out var node) ? node : new FieldSetNode(element, false, Empty);

    private static FieldSet Single(ReadOnlySpan<string> path) => path.Length switch
    {
        0 => Empty,
        1 => new([new(path[0], true, Empty)]),
        _ => new([new(path[0], false, Single(path[1..]))]),
    };

    private bool TryFind(string element, out FieldSetNode node)
    {
        int low = 0, high = _nodes.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = PathElement.Order.Compare(_nodes[middle].Element, element);
            if (order == 0)
            {
                node = _nodes[middle];
                return true;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        node = default;
        return false;
    }

    private IEnumerable<FieldPath> Paths(string[] prefix)
    {
        foreach (var node in _nodes)
        {
            if (node.IsMember)
            {
                yield return new FieldPath([.. prefix, node.Element]);
            }
        }

        foreach (var node in _nodes)
        {
            foreach (var path in node.Children.Paths([.. prefix, node.Element]))
            {
                yield return path;
            }
        }
    }
}
