using System.Runtime.InteropServices;
using ActorKube.Network.Nftables;
using ActorKube.Network.Policies.Tables;

namespace ActorKube.Network.Policies.Model;

/// <summary>A set whose elements several pods may have: one that was replaced and its successor, say. An element is in it for as long as anybody has it. Not thread-safe.</summary>
internal sealed class CountedSet(NftPart part)
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _touched = new(StringComparer.Ordinal);

    /// <summary>As of the last commit.</summary>
    public FilterSet Current { get; private set; } = FilterSet.Of(part, []);

    public void Add(IEnumerable<string> elements) => Count(elements, 1);

    public void Remove(IEnumerable<string> elements) => Count(elements, -1);

    /// <returns>True if anything differs since the last one.</returns>
    public bool Commit()
    {
        var before = Current;
        Current = before.With(
            [.. _touched.Where(e => !_counts.ContainsKey(e) && before.Elements.ContainsKey(e))],
            [.. _touched.Where(e => _counts.ContainsKey(e) && !before.Elements.ContainsKey(e))]);
        _touched.Clear();
        return !ReferenceEquals(before, Current);
    }

    private void Count(IEnumerable<string> elements, int by)
    {
        foreach (var element in elements)
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(_counts, element, out _);
            count += by;
            if (count == 0)
            {
                _counts.Remove(element);
            }

            _touched.Add(element);
        }
    }
}
