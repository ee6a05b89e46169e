namespace ActorKube.Api.Apply;

public sealed partial class FieldSet
{
    /// <summary>Fields that are in either set.</summary>
    public FieldSet Union(FieldSet other) => IsEmpty ? other : other.IsEmpty ? this : Combine(other, (e, a, b) =>
        new(e, a.IsMember || b.IsMember, a.Children.Union(b.Children)));

    /// <summary>Fields that are in both sets.</summary>
    public FieldSet Intersect(FieldSet other) => IsEmpty || other.IsEmpty ? Empty : Combine(other, (e, a, b) =>
        new(e, a.IsMember && b.IsMember, a.Children.Intersect(b.Children)));

    /// <summary>Fields of this set that aren't in the other. Fields above or below those of the other stay.</summary>
    public FieldSet Except(FieldSet other) => IsEmpty || other.IsEmpty ? this : Combine(other, (e, a, b) =>
        new(e, a.IsMember && !b.IsMember, a.Children.Except(b.Children)));

    /// <summary>Fields of this set that neither are in the other nor lie below one that is.</summary>
    public FieldSet ExceptWithin(FieldSet other) => IsEmpty || other.IsEmpty ? this : Combine(other, (e, a, b) =>
        b.IsMember ? new(e, false, Empty) : new(e, a.IsMember, a.Children.ExceptWithin(b.Children)));

    /// <summary>Members that have no members below them.</summary>
    public FieldSet Leaves() => Combine(Empty, (e, a, _) => new(e, a.IsMember && a.Children.IsEmpty, a.Children.Leaves()));

    // Merges two sorted trees level by level. Nodes that come out with nothing in them are left out.
    private FieldSet Combine(FieldSet other, Func<string, FieldSetNode, FieldSetNode, FieldSetNode> combine)
    {
        var result = new List<FieldSetNode>(_nodes.Length + other._nodes.Length);
        int i = 0, j = 0;
        while (i < _nodes.Length || j < other._nodes.Length)
        {
            var order = i == _nodes.Length ? 1 : j == other._nodes.Length ? -1
                : PathElement.Order.Compare(_nodes[i].Element, other._nodes[j].Element);
            var left = order <= 0 ? _nodes[i++] : new FieldSetNode("", false, Empty);
            var right = order >= 0 ? other._nodes[j++] : new FieldSetNode("", false, Empty);
            var node = combine(order <= 0 ? left.Element : right.Element, left, right);
            if (node.IsMember || !node.Children.IsEmpty)
            {
                result.Add(node);
            }
        }

        return result.Count == 0 ? Empty : new FieldSet([.. result]);
    }
}
