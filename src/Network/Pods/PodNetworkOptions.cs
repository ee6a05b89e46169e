using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace ActorKube.Network.Pods;

/// <summary>What a node's part of the pod network is started with.</summary>
public sealed record PodNetworkOptions
{
    /// <summary>Prefix of the names of all interfaces.</summary>
    public const string InterfacePrefix = "ak-";

    /// <summary>Name of the Node: its range of addresses is read from it.</summary>
    public required string NodeName { get; init; }

    /// <summary>Tells the rules of the nodes of one machine apart; letters, digits, '-' and '.'.</summary>
    public required string NodeId { get; init; }

    /// <summary>The node's address, at which the other machines reach this one.</summary>
    public required IPAddress Address { get; init; }

    /// <summary>All pods' addresses, such as <c>10.244.0.0/16</c>. What nodes say that lies outside of it is not followed.</summary>
    public required string ClusterCidr { get; init; }

    public PodNetworkBackend Backend { get; init; }

    /// <summary>Tells the tunnels of several clusters between the same machines apart, from 1 to 16777215; default 1, as others have it.</summary>
    public int VxlanId { get; init; } = 1;

    /// <summary>UDP port of tunnels; default 8472, as Linux has it. 4789 is IANA's.</summary>
    public int VxlanPort { get; init; } = 8472;

    /// <summary>How often to look whether somebody else has changed routes or rules; default 10 s. It takes about a millisecond.</summary>
    public TimeSpan CheckPeriod { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The nftables table, of family <c>ip</c>.</summary>
    internal string Table => $"actorkube-pods-{NodeId}";

    /// <summary>The tunnel's interface. Nodes on one machine share it: the kernel has only one tunnel of an id and port.</summary>
    internal string Tunnel => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{InterfacePrefix}vx{VxlanId}");

    /// <summary>The bridge that the pods of a node are on: at most 15 characters, so a digest of the id.</summary>
    public static string BridgeOf(string nodeId) => InterfacePrefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(nodeId)))[..8];
}
