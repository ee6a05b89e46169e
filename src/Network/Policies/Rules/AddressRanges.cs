using System.Globalization;
using ActorKube.Network.Addressing;

namespace ActorKube.Network.Policies.Rules;

/// <summary>A set of IPv4 addresses as ranges in ascending order, none of which touches the next. Immutable.</summary>
internal sealed class AddressRanges
{
    private readonly (uint First, uint Last)[] _ranges;

    private AddressRanges((uint First, uint Last)[] ranges) => _ranges = ranges;

    public static AddressRanges None { get; } = new([]);

    public bool IsEmpty => _ranges.Length == 0;

    public bool IsEverything => _ranges is [(0, uint.MaxValue)];

    public int Count => _ranges.Length;

    /// <summary>As nft writes them: <c>10.0.0.1</c>, <c>10.0.0.0/8</c> or <c>10.0.0.1-10.0.0.6</c>.</summary>
    public IEnumerable<string> Texts => _ranges.Select(static r => Text(r.First, r.Last));

    public static AddressRanges Of(Ipv4Network network) => new([(network.First, LastOf(network))]);

    public AddressRanges Union(AddressRanges other)
    {
        var merged = new List<(uint First, uint Last)>();
        foreach (var range in _ranges.Concat(other._ranges).OrderBy(static r => r.First))
        {
            if (merged is [.., var last] && (range.First <= last.Last || range.First == last.Last + 1))
            {
                merged[^1] = (last.First, Math.Max(last.Last, range.Last));
            }
            else
            {
                merged.Add(range);
            }
        }

        return new AddressRanges([.. merged]);
    }

    public AddressRanges Without(Ipv4Network network)
    {
        var (from, to) = (network.First, LastOf(network));
        var rest = new List<(uint First, uint Last)>();
        foreach (var (first, last) in _ranges)
        {
            if (first < from)
            {
                rest.Add((first, Math.Min(last, from - 1)));
            }

            if (last > to)
            {
                rest.Add((Math.Max(first, to + 1), last));
            }
        }

        return new AddressRanges([.. rest]);
    }

    public override string ToString() => string.Join(", ", Texts);

    private static uint LastOf(Ipv4Network network) => network.First | (uint)((1UL << (32 - network.Prefix)) - 1);

    private static string Text(uint first, uint last)
    {
        if (first == last)
        {
            return Ipv4.Text(first);
        }

        // 10.0.0.0-10.0.0.255: 256 addresses that begin at a multiple of 256 are a /24.
        var size = (ulong)last - first + 1;
        return ulong.IsPow2(size) && first % size == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{Ipv4.Text(first)}/{32 - ulong.Log2(size)}")
            : $"{Ipv4.Text(first)}-{Ipv4.Text(last)}";
    }
}
