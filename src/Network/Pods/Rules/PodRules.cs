using System.Text;
using ActorKube.Network.Addressing;
using ActorKube.Network.Pods.Plans;
using ActorKube.Network.Nftables;

namespace ActorKube.Network.Pods.Rules;

/// <summary>
/// What the packet filter does for a node's pods: they see each other's addresses as they are, and what leaves for elsewhere has the machine's. Not thread-safe.
/// </summary>
internal sealed class PodRules(INftables nftables, string table, Ipv4Network cluster)
{
    private const string Multicast = "224.0.0.0/4";
    private readonly DockerForwarding _docker = new(nftables, table);
    private string _script = "";
    private string _listing = "";

    /// <summary>Makes them what they have to be, if they aren't.</summary>
    /// <exception cref="NftablesException">The kernel refuses; all is as it was.</exception>
    public void Ensure(PodPlan plan)
    {
        if (plan.Own is not { } own)
        {
            return;
        }

        // Docker may have started since.
        _docker.Ensure($"ip daddr {own}");
        var script = Script(table, own, cluster, plan.Machines);
        if (script != _script || List() != _listing)
        {
            nftables.Run(script);
            (_script, _listing) = (script, List());
        }
    }

    public void Remove()
    {
        nftables.Run($"add table ip {table}\ndelete table ip {table}\n");
        _docker.Remove();
    }

    /// <summary>One transaction that makes the table anew. Connections don't notice: connection tracking has them. Pure.</summary>
    /// <param name="machines">Those that are shown pods' own addresses.</param>
    internal static string Script(string table, Ipv4Network own, Ipv4Network cluster, IReadOnlyCollection<uint> machines)
    {
        var name = $"ip {table}";
        var script = new StringBuilder($"add table {name}\ndelete table {name}\nadd table {name}\nadd set {name} machines {{ type ipv4_addr ; }}\n");
        if (machines.Count > 0)
        {
            script.Append("add element ").Append(name).Append(" machines { ").AppendJoin(", ", machines.Select(Ipv4.Text)).Append(" }\n");
        }

        script.Append("add chain ").Append(name).Append(" postrouting { type nat hook postrouting priority 100 ; policy accept ; }\n");
        script.Append("add rule ").Append(name).Append(" postrouting ip saddr != ").Append(own).Append(" return\n");
        script.Append("add rule ").Append(name).Append($" postrouting ip daddr {{ {cluster}, {Multicast} }} return\n");
        script.Append("add rule ").Append(name).Append(" postrouting ip daddr @machines return\n");
        script.Append("add rule ").Append(name).Append(" postrouting masquerade fully-random\n");
        return script.ToString();
    }

    /// <summary>Empty if the table is gone.</summary>
    private string List()
    {
        try
        {
            return nftables.Run($"list table ip {table}");
        }
        catch (NftablesException)
        {
            return "";
        }
    }
}
