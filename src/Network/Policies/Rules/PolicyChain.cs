using System.Collections.Immutable;
using ActorKube.Network.Nftables;
using ActorKube.Network.Policies.Tables;

namespace ActorKube.Network.Policies.Rules;

/// <summary>What a policy allows in one direction: its rules, and the sets that they refer to.</summary>
internal sealed record PolicyChain(NftPart Chain)
{
    /// <summary>Sets of addresses or ports that follow from the policy alone.</summary>
    public ImmutableArray<FilterSet> Fixed { get; init; } = [];

    public ImmutableArray<PeerSet> Peers { get; init; } = [];

    /// <summary>Ports of this node's pods that the rules name.</summary>
    public ImmutableArray<NamedPort> OwnPorts { get; init; } = [];

    /// <summary>The same chain, which allows nothing: what is isolated stays so.</summary>
    public PolicyChain Closed => new(Chain with { Rules = "" });
}
