using System.Collections.Immutable;
using ActorKube.Network.Addressing;

namespace ActorKube.Network.Proxy.Tables;

/// <summary>What the rules of a node depend on besides services.</summary>
/// <param name="Name">Of the Node; endpoints that name it are local.</param>
internal sealed record NodeFacts(string Name)
{
    /// <summary>Label <c>topology.kubernetes.io/zone</c> of the Node.</summary>
    public string? Zone { get; init; }

    /// <summary>Addresses on which node ports are offered, in ascending order.</summary>
    public ImmutableArray<uint> Addresses { get; init; } = [];

    /// <summary>Addresses of this node's pods. Empty while unknown: then nobody counts as an outsider.</summary>
    public ImmutableArray<Ipv4Network> PodNetworks { get; init; } = [];

    public bool Equals(NodeFacts? other) =>
        other is not null && Name == other.Name && Zone == other.Zone && Addresses.SequenceEqual(other.Addresses) && PodNetworks.SequenceEqual(other.PodNetworks);

    public override int GetHashCode() => HashCode.Combine(Name, Zone, Addresses.Length, PodNetworks.Length);
}
