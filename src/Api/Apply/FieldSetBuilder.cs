namespace ActorKube.Api.Apply;

/// <summary>Collects the nodes of one level of a <see cref="FieldSet"/>, in any order. Steps may come several times.</summary>
internal struct FieldSetBuilder
{
    private List<FieldSetNode>? _nodes;

    public readonly bool IsEmpty => _nodes is null;

    public void Add(string element, bool isMember, FieldSet children)
    {
        if (isMember || !children.IsEmpty)
        {
            (_nodes ??= []).Add(new FieldSetNode(element, isMember, children));
        }
    }

    public readonly FieldSet Build()
    {
        if (_nodes is null)
        {
            return FieldSet.Empty;
        }

        if (_nodes.Count > 1)
        {
            _nodes.Sort((a, b) => PathElement.Order.Compare(a.Element, b.Element));
            MergeEqual(_nodes);
        }

        return new FieldSet([.. _nodes]);
    }

    private static void MergeEqual(List<FieldSetNode> nodes)
    {
        var last = 0;
        for (var i = 1; i < nodes.Count; i++)
        {
            var (kept, next) = (nodes[last], nodes[i]);
            if (kept.Element == next.Element)
            {
                nodes[last] = new(kept.Element, kept.IsMember || next.IsMember, kept.Children.Union(next.Children));
            }
            else
            {
                nodes[++last] = next;
            }
        }

        nodes.RemoveRange(last + 1, nodes.Count - last - 1);
    }
}
