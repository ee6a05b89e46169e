using System.Collections.Immutable;
using ActorKube.Network.Addressing;

namespace ActorKube.Network.Pods.Plans;

/// <summary>What a machine needs for the pods of one of its nodes.</summary>
internal sealed record PodPlan
{
    /// <summary>Addresses of the node's own pods; null while it has none.</summary>
    public Ipv4Network? Own { get; init; }

    /// <summary>Routes to the pods of other machines, and the node that each is for.</summary>
    public ImmutableDictionary<PodRoute, string> Routes { get; init; } = ImmutableDictionary<PodRoute, string>.Empty;

    /// <summary>Other ends of tunnels; none with routes.</summary>
    public ImmutableHashSet<TunnelPeer> Peers { get; init; } = [];

    /// <summary>Other machines that have a way back to pods, so that pods may show them their own address; in ascending order.</summary>
    public ImmutableArray<uint> Machines { get; init; } = [];

    /// <summary>Nodes whose pods can't be reached, and why.</summary>
    public ImmutableDictionary<string, string> Problems { get; init; } = ImmutableDictionary<string, string>.Empty;
}
