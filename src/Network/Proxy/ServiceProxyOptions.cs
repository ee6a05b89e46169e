namespace ActorKube.Network.Proxy;

/// <summary>What a node's service proxy is started with.</summary>
public sealed record ServiceProxyOptions
{
    /// <summary>Name of the Node: its zone and pod networks are read from it, and endpoints that name it are local.</summary>
    public required string NodeName { get; init; }

    /// <summary>Tells the tables of the nodes of one machine apart; letters, digits, '-' and '.'.</summary>
    public required string NodeId { get; init; }

    public ServiceProxyMode Mode { get; init; }

    /// <summary>How often to look whether somebody else has changed the rules, and to try again what has failed; default 30 s. It costs next to nothing as long as nobody changes any.</summary>
    public TimeSpan CheckPeriod { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Addresses on which node ports are offered; default: all IPv4 addresses of the machine's interfaces, without loopbacks.</summary>
    public Func<IEnumerable<System.Net.IPAddress>> NodeAddresses { get; init; } = Proxy.NodeAddresses.OfMachine;

    /// <summary>The nftables table, of family <c>ip</c>.</summary>
    internal string Table => $"actorkube-{NodeId}";
}
