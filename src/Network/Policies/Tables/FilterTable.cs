using System.Collections.Immutable;
using ActorKube.Network.Nftables;

namespace ActorKube.Network.Policies.Tables;

/// <summary>All that a node does for policies, as nftables has it. Immutable; what two tables have in common is the same object in both.</summary>
internal sealed record FilterTable
{
    public ImmutableDictionary<string, FilterSet> Sets { get; init; } = ImmutableDictionary<string, FilterSet>.Empty;

    public ImmutableDictionary<string, NftPart> Chains { get; init; } = ImmutableDictionary<string, NftPart>.Empty;

    /// <summary>Sets and maps first.</summary>
    public IEnumerable<NftPart> Parts => Sets.Values.Select(static s => s.Part).Concat(Chains.Values);

    public IEnumerable<NftElement> Elements => Sets.Values.SelectMany(static s => s.All);

    /// <summary>With exactly these sets and chains.</summary>
    public FilterTable With(IReadOnlyDictionary<string, FilterSet> sets, IReadOnlyDictionary<string, NftPart> chains) =>
        new() { Sets = Exactly(Sets, sets), Chains = Exactly(Chains, chains) };

    /// <summary>With other elements in some of its sets.</summary>
    public FilterTable With(IEnumerable<FilterSet> changed) => this with { Sets = Sets.SetItems(changed.Select(static s => KeyValuePair.Create(s.Part.Name, s))) };

    private static ImmutableDictionary<string, T> Exactly<T>(ImmutableDictionary<string, T> known, IReadOnlyDictionary<string, T> wanted)
        where T : class
    {
        var result = known.ToBuilder();
        result.RemoveRange(known.Keys.Where(k => !wanted.ContainsKey(k)));
        foreach (var (name, item) in wanted)
        {
            if (!ReferenceEquals(known.GetValueOrDefault(name), item))
            {
                result[name] = item;
            }
        }

        return result.ToImmutable();
    }
}
