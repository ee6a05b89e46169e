using ActorKube.Network.Nftables;
using ActorKube.Network.Policies.Tables;

namespace ActorKube.Network.Policies.Nftables;

/// <summary>Transactions that make a table what it should be. Pure.</summary>
internal static class PolicyScript
{
    /// <summary>Everything anew, whatever there was. Open connections are connection tracking's and don't notice.</summary>
    public static string Full(string name, FilterTable table) => new NftTransaction(name).Renew().Declare([.. table.Parts]).Add(table.Elements).ToString();

    /// <summary>What has to change. Empty for nothing.</summary>
    public static string Difference(string name, FilterTable from, FilterTable to)
    {
        if (ReferenceEquals(from, to))
        {
            return "";
        }

        var (added, gone, come) = (new List<NftPart>(), new List<NftElement>(), new List<NftElement>());
        foreach (var (set, next) in to.Sets)
        {
            if (from.Sets.GetValueOrDefault(set) is not { } before)
            {
                added.Add(next.Part);
                come.AddRange(next.All);
            }
            else if (!ReferenceEquals(before, next))
            {
                var (less, more) = FilterSet.Between(before, next);
                gone.AddRange(less);
                come.AddRange(more);
            }
        }

        added.AddRange(to.Chains.Values.Where(c => !from.Chains.ContainsKey(c.Name)));
        List<NftPart> changed = [.. to.Chains.Values.Where(c => from.Chains.GetValueOrDefault(c.Name) is { } before && !ReferenceEquals(before, c) && before != c)];
        List<NftPart> removed = [.. from.Chains.Values.Where(c => !to.Chains.ContainsKey(c.Name)), .. from.Sets.Values.Where(s => !to.Sets.ContainsKey(s.Part.Name)).Select(static s => s.Part)];
        return new NftTransaction(name).Declare(added).Replace(changed).Delete(gone).Add(come).Drop(removed).ToString();
    }

    public static string Remove(string name) => new NftTransaction(name).Remove().ToString();
}
