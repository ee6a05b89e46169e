using System.Collections.Immutable;
using ActorKube.Network.Nftables;
using ActorKube.Network.Proxy.Tables;

namespace ActorKube.Network.Proxy.Nftables;

/// <summary>Transactions in nft's language. Each takes effect as a whole or not at all. Pure.</summary>
/// <param name="table">Name of the table, of family <c>ip</c>.</param>
internal sealed class NftScript(string table)
{
    /// <summary>Makes the table anew, whatever it was. Established connections don't notice: connection tracking has them.</summary>
    public string Full(ServiceTable services) =>
        new NftTransaction(table).Renew().Declare([.. NftStructure.Of(services)]).Add(services.Services.Values.SelectMany(RouteElements.Of)).ToString();

    /// <summary>What has to change. Empty for nothing.</summary>
    public string Difference(ServiceTable from, ServiceTable to)
    {
        var (gone, come) = Changes(from, to);
        var (removed, added) = Parts(from, to);
        return new NftTransaction(table).Declare(added).Delete(gone).Add(come).Drop(removed).ToString();
    }

    public string Remove() => new NftTransaction(table).Remove().ToString();

    private static (List<NftElement> Gone, List<NftElement> Come) Changes(ServiceTable from, ServiceTable to)
    {
        var (gone, come) = (new List<NftElement>(), new List<NftElement>());
        foreach (var name in ServiceChanges.Between(from, to))
        {
            var before = (from.Find(name) is { } old ? RouteElements.Of(old) : []).ToHashSet();
            var after = (to.Find(name) is { } next ? RouteElements.Of(next) : []).ToHashSet();
            gone.AddRange(before.Where(e => !after.Contains(e)));
            come.AddRange(after.Where(e => !before.Contains(e)));
        }

        return (gone, come);
    }

    /// <summary>Parts of the same name with other contents count as both removed and added; only <see cref="Full"/> can do that.</summary>
    private static (List<NftPart> Removed, List<NftPart> Added) Parts(ServiceTable from, ServiceTable to)
    {
        if (Same(from.Shapes, to.Shapes) && Same(from.Restrictions, to.Restrictions))
        {
            return ([], []);
        }

        var (old, next) = (NftStructure.Of(from).ToHashSet(), NftStructure.Of(to).ToHashSet());
        return ([.. old.Where(p => !next.Contains(p))], [.. next.Where(p => !old.Contains(p)).OrderBy(static p => p.Kind == "chain")]);
    }

    private static bool Same<T>(ImmutableDictionary<T, int> left, ImmutableDictionary<T, int> right)
        where T : notnull => ReferenceEquals(left, right) || (left.Count == right.Count && left.Keys.All(right.ContainsKey));
}
