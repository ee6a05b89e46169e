using System.Text;

namespace ActorKube.Network.Nftables;

/// <summary>Commands in nft's language that take effect as a whole or not at all. Pure.</summary>
/// <param name="table">Name of the table, of family <c>ip</c>.</param>
internal sealed class NftTransaction(string table)
{
    private readonly string _in = $"ip {table}";
    private readonly StringBuilder _script = new();

    /// <summary>Begins with an empty table, whatever there was.</summary>
    public NftTransaction Renew()
    {
        Remove();
        _script.Append("add table ").Append(_in).Append('\n');
        return this;
    }

    public NftTransaction Remove()
    {
        _script.Append("add table ").Append(_in).Append("\ndelete table ").Append(_in).Append('\n');
        return this;
    }

    /// <summary>All parts, then their rules, which may refer to any of them.</summary>
    public NftTransaction Declare(IReadOnlyCollection<NftPart> parts)
    {
        foreach (var part in parts)
        {
            _script.Append("add ").Append(part.Kind).Append(' ').Append(_in).Append(' ').Append(part.Name);
            _script.Append(part.Declaration.Length == 0 ? "\n" : $" {{ {part.Declaration} }}\n");
        }

        return AddRules(parts);
    }

    /// <summary>Other rules for chains that there are.</summary>
    public NftTransaction Replace(IReadOnlyCollection<NftPart> chains) => Flush(chains).AddRules(chains);

    /// <summary>Rules refer to chains and sets: all rules go first, then chains, then sets.</summary>
    public NftTransaction Drop(IReadOnlyCollection<NftPart> parts)
    {
        Flush(parts.Where(static p => p.Kind == "chain"));
        foreach (var part in parts.OrderBy(static p => p.Kind != "chain"))
        {
            _script.Append("delete ").Append(part.Kind).Append(' ').Append(_in).Append(' ').Append(part.Name).Append('\n');
        }

        return this;
    }

    public NftTransaction Add(IEnumerable<NftElement> elements) => Append("add", elements, withData: true);

    public NftTransaction Delete(IEnumerable<NftElement> elements) => Append("delete", elements, withData: false);

    /// <summary>Empty for nothing.</summary>
    public override string ToString() => _script.ToString();

    private NftTransaction Flush(IEnumerable<NftPart> chains)
    {
        foreach (var part in chains)
        {
            _script.Append("flush chain ").Append(_in).Append(' ').Append(part.Name).Append('\n');
        }

        return this;
    }

    private NftTransaction AddRules(IEnumerable<NftPart> parts)
    {
        foreach (var part in parts)
        {
            foreach (var rule in part.EachRule)
            {
                _script.Append("add rule ").Append(_in).Append(' ').Append(part.Name).Append(' ').Append(rule).Append('\n');
            }
        }

        return this;
    }

    private NftTransaction Append(string verb, IEnumerable<NftElement> elements, bool withData)
    {
        foreach (var set in elements.GroupBy(static e => e.Set))
        {
            _script.Append(verb).Append(" element ").Append(_in).Append(' ').Append(set.Key).Append(" { ");
            var separator = "";
            foreach (var element in set)
            {
                _script.Append(separator).Append(element.Key);
                if (withData && element.Data is { } data)
                {
                    _script.Append(" : ").Append(data);
                }

                separator = ",\n";
            }

            _script.Append(" }\n");
        }

        return this;
    }
}
