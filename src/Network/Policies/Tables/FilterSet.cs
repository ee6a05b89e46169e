using System.Collections.Immutable;
using ActorKube.Network.Nftables;

namespace ActorKube.Network.Policies.Tables;

/// <summary>
/// A set or map with its elements. Immutable. It knows how it came of the one before, so that comparing the two costs what differs and not what they have: thousands of addresses may
/// be in a set of which one changes.
/// </summary>
internal sealed class FilterSet
{
    private readonly WeakReference<FilterSet>? _before;
    private readonly ImmutableArray<NftElement> _gone = [];
    private readonly ImmutableArray<NftElement> _come = [];

    private FilterSet(NftPart part, ImmutableDictionary<string, string> elements) => (Part, Elements) = (part, elements);

    private FilterSet(FilterSet before, ImmutableDictionary<string, string> elements, ImmutableArray<NftElement> gone, ImmutableArray<NftElement> come)
        : this(before.Part, elements) => (_before, _gone, _come) = (new WeakReference<FilterSet>(before), gone, come);

    public NftPart Part { get; }

    /// <summary>Keys and data; data is empty in a set.</summary>
    public ImmutableDictionary<string, string> Elements { get; }

    public IEnumerable<NftElement> All => Elements.Select(Element);

    public static FilterSet Of(NftPart part, IEnumerable<KeyValuePair<string, string>> elements) => new(part, ImmutableDictionary.CreateRange(StringComparer.Ordinal, elements));

    /// <param name="gone">That are in it.</param>
    /// <param name="come">That aren't.</param>
    public FilterSet With(IReadOnlyCollection<string> gone, IReadOnlyCollection<string> come) => gone.Count + come.Count == 0
        ? this
        : new FilterSet(this, Elements.RemoveRange(gone).AddRange(come.Select(static k => KeyValuePair.Create(k, ""))), [.. gone.Select(k => new NftElement(Part.Name, k))], [.. come.Select(k => new NftElement(Part.Name, k))]);

    /// <summary>The same object if nothing differs.</summary>
    public FilterSet Replace(IReadOnlyDictionary<string, string> elements)
    {
        var gone = Elements.Where(e => elements.GetValueOrDefault(e.Key) != e.Value).ToList();
        var come = elements.Where(e => Elements.GetValueOrDefault(e.Key) != e.Value).ToList();
        return gone.Count + come.Count == 0 ? this : new FilterSet(this, Elements.RemoveRange(gone.Select(static e => e.Key)).AddRange(come), [.. gone.Select(Element)], [.. come.Select(Element)]);
    }

    /// <summary>What has to go from one set, and what to come, to make it the other.</summary>
    public static (IEnumerable<NftElement> Gone, IEnumerable<NftElement> Come) Between(FilterSet from, FilterSet to) =>
        to._before is { } before && before.TryGetTarget(out var known) && ReferenceEquals(known, from)
            ? (to._gone, to._come)
            : (from.Elements.Where(e => to.Elements.GetValueOrDefault(e.Key) != e.Value).Select(from.Element), to.Elements.Where(e => from.Elements.GetValueOrDefault(e.Key) != e.Value).Select(to.Element));

    private NftElement Element(KeyValuePair<string, string> element) => new(Part.Name, element.Key, element.Value.Length == 0 ? null : element.Value);
}
