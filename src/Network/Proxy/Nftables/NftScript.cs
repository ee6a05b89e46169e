using System.Collections.Immutable;
using System.Text;
using ActorKube.Network.Proxy.Tables;

namespace ActorKube.Network.Proxy.Nftables;

/// <summary>Transactions in nft's language. Each takes effect as a whole or not at all. Pure.</summary>
/// <param name="table">Name of the table, of family <c>ip</c>.</param>
internal sealed class NftScript(string table)
{
    private readonly string _in = $"ip {table}";

    /// <summary>Makes the table anew, whatever it was. Established connections don't notice: connection tracking has them.</summary>
    public string Full(ServiceTable services)
    {
        var script = new StringBuilder($"add table {_in}\ndelete table {_in}\nadd table {_in}\n");
        Declare(script, [.. NftStructure.Of(services)]);
        Elements(script, "add", services.Services.Values.SelectMany(RouteElements.Of), withData: true);
        return script.ToString();
    }

    /// <summary>What has to change. Empty for nothing.</summary>
    public string Difference(ServiceTable from, ServiceTable to)
    {
        var (gone, come) = Changes(from, to);
        var (removed, added) = Parts(from, to);
        var script = new StringBuilder();
        Declare(script, added);
        Elements(script, "delete", gone, withData: false);
        Elements(script, "add", come, withData: true);
        Drop(script, removed);
        return script.ToString();
    }

    public string Remove() => $"add table {_in}\ndelete table {_in}\n";

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

    private void Declare(StringBuilder script, List<NftPart> parts)
    {
        foreach (var part in parts)
        {
            script.Append("add ").Append(part.Kind).Append(' ').Append(_in).Append(' ').Append(part.Name);
            script.Append(part.Declaration.Length == 0 ? "\n" : $" {{ {part.Declaration} }}\n");
        }

        foreach (var part in parts)
        {
            foreach (var rule in part.EachRule)
            {
                script.Append("add rule ").Append(_in).Append(' ').Append(part.Name).Append(' ').Append(rule).Append('\n');
            }
        }
    }

    /// <summary>Rules refer to chains and sets: all rules go first, then chains, then sets.</summary>
    private void Drop(StringBuilder script, List<NftPart> parts)
    {
        foreach (var part in parts.Where(static p => p.Kind == "chain"))
        {
            script.Append("flush chain ").Append(_in).Append(' ').Append(part.Name).Append('\n');
        }

        foreach (var part in parts.OrderBy(static p => p.Kind != "chain"))
        {
            script.Append("delete ").Append(part.Kind).Append(' ').Append(_in).Append(' ').Append(part.Name).Append('\n');
        }
    }

    private void Elements(StringBuilder script, string verb, IEnumerable<NftElement> elements, bool withData)
    {
        foreach (var set in elements.GroupBy(static e => e.Set))
        {
            script.Append(verb).Append(" element ").Append(_in).Append(' ').Append(set.Key).Append(" { ");
            var separator = "";
            foreach (var element in set)
            {
                script.Append(separator).Append(element.Key);
                if (withData && element.Data is { } data)
                {
                    script.Append(" : ").Append(data);
                }

                separator = ",\n";
            }

            script.Append(" }\n");
        }
    }
}
